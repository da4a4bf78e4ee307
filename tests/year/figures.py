"""What came out: the ward's own monthly reports beside what the generator sent in, how deadlines were kept, what is still open."""
import collections
import json

REQUESTS = {"infra-work-request", "production-work-request", "building-work-notice", "user-id-request", "data-centre-entry", "csp-account"}


async def search(play, path, filters, limit=1000):
    """All that a search finds."""
    found, cursor = [], None
    while True:
        page = {"limit": limit, **({"after": cursor} if cursor else {})}
        answer = await play.api.get(play.admin, "POST", path, {"filter": filters, "page": page})
        found += answer["items"]
        cursor = answer["page"]["endCursor"]
        if len(answer["items"]) < limit:
            return found


async def reports(play):
    """month -> the figures of its report."""
    found = {}
    for variable in await search(play, "/v2/variables/search", {"name": "figures"}):
        item = await play.api.get(play.admin, "GET", f"/v2/variables/{variable['variableKey']}")
        figures = json.loads(item["value"])
        ends = await search(play, "/v2/variables/search", {"name": "monthEnd", "processInstanceKey": variable["processInstanceKey"]})
        if isinstance(figures, dict) and ends:
            found[json.loads(ends[0]["value"])[:7]] = figures
    return found


def sent(play):
    """(month, what) -> how much went in."""
    totals = collections.Counter()
    for month, what, number in play.log:
        totals[month, what] += number
    return totals


def compared(play, months):
    """Rows (month, what, went in, came out) of everything that both sides count."""
    went_in = sent(play)
    rows = []
    for month, figures in sorted(months.items()):
        rows.append((month, "alerts", went_in[month, "alert"], figures["alertCount"]))
        rows.append((month, "incidents", went_in[month, "incident cases"], figures["incidentCount"]))
        rows.append((month, "after hours, with attendance", went_in[month, "after hours with"], figures["afterHoursWith"]))
        rows.append((month, "after hours, without", went_in[month, "after hours without"], figures["afterHoursWithout"]))
        rows.append((month, "inquiries", went_in[month, "inquiry cases"], figures["inquiryCount"]))
        for one in figures["requests"] + figures["others"]:
            rows.append((month, one["process"], went_in[month, one["process"] + " cases"], one["count"]))
            if one.get("persons"):
                rows.append((month, one["process"] + " persons", went_in[month, one["process"] + " persons"], one["persons"]))
    return rows


def attainment(months):
    """process name -> (kept, missed) over all reports."""
    totals = collections.defaultdict(lambda: [0, 0])
    for figures in months.values():
        for one in figures["sla"]:
            totals[one["name"]][0] += one["kept"]
            totals[one["name"]][1] += one["missed"]
    return {name: tuple(both) for name, both in totals.items() if sum(both)}


async def still_open(play):
    """process -> cases that still run, and the tasks that nobody will answer though their stories do."""
    running = collections.Counter(instance["processDefinitionId"] for instance in await search(
        play, "/v2/process-instances/search", {"state": "ACTIVE", "parentProcessInstanceKey": {"$exists": False}}))
    tasks = await search(play, "/v2/user-tasks/search", {"state": "CREATED"})
    return running, [task for task in tasks if task["userTaskKey"] not in play.answers_to_come]
