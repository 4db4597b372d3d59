#include <catch2/catch_test_macros.hpp>

#include "tool/matrix_column.hpp"

using namespace conformance;

namespace {

Report windows(const char* product, NtVersion version, std::uint32_t ubr, const char* started) {
    Report report;
    report.environment.emplace();
    report.environment->os.product = product;
    report.environment->os.version = version;
    report.environment->os.ubr = ubr;
    report.run.started = started;
    return report;
}

void are_in_order(const std::vector<Report>& reports) {
    for (std::size_t i = 0; i + 1 < reports.size(); ++i) {
        CAPTURE(i);
        CHECK(comes_before(reports[i], reports[i + 1]));
        CHECK_FALSE(comes_before(reports[i + 1], reports[i]));
    }
}

}  // namespace

TEST_CASE("columns are ordered by product, build, UBR, and time") {
    auto server = windows("Windows Server 2016", {10, 0, 14393}, 1, "2020-01-01T00:00:00Z");
    server.environment->os.server = true;
    auto wine9 = windows("Windows 7", {6, 1, 7601}, 0, "2020-01-01T00:00:00Z");
    wine9.environment->os.wine_version = "9.0";
    auto wine10 = wine9;
    wine10.environment->os.wine_version = "10.0";
    are_in_order({windows("Windows 7", {6, 1, 7601}, 9, "2026-01-01T00:00:00Z"),
                  windows("Windows 10", {10, 0, 19045}, 9000, "2026-01-01T00:00:00Z"),
                  windows("Windows 11", {10, 0, 22631}, 3447, "2026-03-01T00:00:00Z"),
                  windows("Windows 11", {10, 0, 22631}, 10000, "2026-01-01T00:00:00Z"),
                  windows("Windows 11", {10, 0, 26100}, 1, "2025-01-01T00:00:00Z"),
                  windows("Windows 11", {10, 0, 26100}, 1, "2025-01-02T00:00:00Z"), server, wine9,
                  wine10});
}
