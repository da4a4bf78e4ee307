#include "adapters/main/secrets.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace dandori {
namespace {

TEST(Secret, ComesFromTheEnvironmentBeforeTheFile) {
    const test::TemporaryFolder folder;
    const auto file = folder / "secret";
    std::ofstream(file) << "from the file\nmore\n";
    ::chmod(file.c_str(), 0600);
    EXPECT_EQ(*secret_from("DANDORI_TEST_SECRET", ""), "");
    EXPECT_EQ(*secret_from("DANDORI_TEST_SECRET", file), "from the file");
    ::setenv("DANDORI_TEST_SECRET", "from the environment", 1);
    EXPECT_EQ(*secret_from("DANDORI_TEST_SECRET", file), "from the environment");
    ::unsetenv("DANDORI_TEST_SECRET");
}

TEST(Secret, IsRefusedFromAFileThatOthersMayRead) {
    const test::TemporaryFolder folder;
    const auto file = folder / "secret";
    EXPECT_EQ(secret_from("DANDORI_TEST_SECRET", file).error().text, "The secret in '" + file + "' can't be read.");
    std::ofstream(file) << "";
    ::chmod(file.c_str(), 0600);
    EXPECT_EQ(secret_from("DANDORI_TEST_SECRET", file).error().text,
              "'" + file + "' holds no secret; one line is expected.");
    std::ofstream(file) << "open\n";
    ::chmod(file.c_str(), 0640);
    EXPECT_EQ(secret_from("DANDORI_TEST_SECRET", file).error().text,
              "The secret in '" + file + "' may be read by others; 'chmod 600' takes that away.");
}

TEST(Secret, IsMadeOnceAndThenKept) {
    const test::TemporaryFolder folder;
    const auto made = lasting_secret(folder / "token");
    ASSERT_TRUE(made) << made.error().text;
    EXPECT_EQ(made->size(), 64U);
    EXPECT_EQ(*lasting_secret(folder / "token"), *made);
    EXPECT_NE(*lasting_secret(folder / "other"), *made);
    const auto nowhere = folder / "none/token";
    EXPECT_EQ(lasting_secret(nowhere).error().text, "A secret can't be written to '" + nowhere + "'.");
}

}  // namespace
}  // namespace dandori
