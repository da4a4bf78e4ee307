#include "adapters/documents/approvals.h"

#include <gtest/gtest.h>

namespace dandori::documents {
namespace {

Approval approval(const std::string& element, const std::string& outcome, const std::string& name,
                  engine::Authority authority = engine::Authority::Self, bool holds = true) {
    Approval one{{}, element + " の手順", outcome == "returned" ? "差戻し" : "承認", holds};
    one.decision.element_id = element;
    one.decision.outcome = outcome;
    one.decision.authority = authority;
    one.decision.actor_name = name;
    one.decision.actor_section = "情報システム課";
    one.decision.actor_post = "係長";
    one.decision.principal_name = "山田 太郎";
    one.decision.principal_post = "課長";
    one.decision.decided_at = one.decision.effective_at = *instant_from_iso8601("2026-04-06T10:00:00+09:00");
    return one;
}

TEST(ApprovalHistory, TellsWhoWhenByWhatRightAndWhy) {
    auto one = approval("B40", "approved", "髙橋 進", engine::Authority::Substitute);
    one.decision.reason = "期日を確かめた";
    one.decision.legal_basis = "規程第5条";
    const auto table = approval_history({one, approval("B40", "returned", "髙橋 進", engine::Authority::Self, false)}, "なし", worker::Years::Era);
    ASSERT_EQ(table.rows.size(), 2U);
    const auto& row = table.rows[0];
    EXPECT_EQ(row[0].text, "令和8年4月6日 10:00");
    EXPECT_EQ(row[1].text, "B40 の手順");
    EXPECT_EQ(row[2].text, "承認");
    EXPECT_EQ(row[3].text, "情報システム課 係長\n髙橋 進");
    EXPECT_EQ(row[4].text, "代理（山田 太郎）\n期日を確かめた\n根拠 規程第5条");
    EXPECT_EQ(table.rows[1][4].text, "（取り消された）");
}

TEST(ApprovalHistory, NamesTheSectionWhereTheAccountHasItsCode) {
    auto one = approval("B40", "approved", "高橋 進");
    one.decision.actor_section = one.decision.principal_section = "ward_is";
    one.decision.actor_post = one.decision.principal_post = "情報システム課 係長";
    EXPECT_EQ(approval_history({one}, "なし", worker::Years::Era).rows[0][3].text, "情報システム課 係長\n高橋 進");
    const auto seals = seals_of({}, {one});
    EXPECT_EQ(seals.boxes.at(0).label, "係長");
    EXPECT_EQ(seals.boxes.at(0).seal->section, "情報システム課");
    one.decision.actor_section = "ward_dept/税務課";
    one.decision.actor_post = "課長";
    EXPECT_EQ(approval_history({one}, "なし", worker::Years::Era).rows[0][3].text, "課長\n高橋 進");
}

TEST(Seals, StandForTheLastApprovalThatHolds) {
    const std::vector<Approval> approvals{approval("B40", "approved", "佐藤 誠"), approval("B40", "approved", "髙橋　進"),
                                          approval("B40", "returned", "田中 由美"),
                                          approval("B42", "approved", "無効 人", engine::Authority::Self, false)};
    const auto seals = seals_of({{{"係長", {"B40", "B41"}}, {"課長", {"B42"}}, {"検査員", {}}}}, approvals);
    ASSERT_EQ(seals.boxes.size(), 3U);
    ASSERT_TRUE(seals.boxes[0].seal);
    EXPECT_EQ(seals.boxes[0].seal->name, "髙橋");  // the family's name, as on a seal
    EXPECT_EQ(seals.boxes[0].seal->section, "情報システム課");
    EXPECT_EQ(seals.boxes[0].seal->date, "8.4.6");
    EXPECT_FALSE(seals.boxes[1].seal);
    EXPECT_FALSE(seals.boxes[2].seal);
}

TEST(Seals, ShowThatSomebodyActedForAnotherAndThatNobodyDid) {
    const std::vector<Approval> approvals{approval("B1", "approved", "甲", engine::Authority::Substitute),
                                          approval("B2", "agreed", "乙", engine::Authority::ActingDecision),
                                          approval("B3", "deemed_approved", "", engine::Authority::Rule)};
    const auto seals = seals_of({}, approvals);
    ASSERT_EQ(seals.boxes.size(), 3U);
    EXPECT_EQ(seals.boxes[0].label, "課長");
    EXPECT_EQ(seals.boxes[0].seal->mark, "代");
    EXPECT_EQ(seals.boxes[1].seal->mark, "代決");
    EXPECT_TRUE(seals.boxes[2].seal->is_deemed);
    EXPECT_EQ(seals.boxes[2].seal->section, "みなし承認");
}

}  // namespace
}  // namespace dandori::documents
