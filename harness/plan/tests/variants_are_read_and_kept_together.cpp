#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "base/input_error.hpp"
#include "example_cases.hpp"
#include "plan/plan.hpp"

using namespace conformance;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

namespace {

/// A file that is removed with this.
class VariantsFile {
public:
    explicit VariantsFile(const std::string& text) { std::ofstream(path_) << text; }
    VariantsFile(const VariantsFile&) = delete;
    VariantsFile& operator=(const VariantsFile&) = delete;
    ~VariantsFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_ = "variants_are_read.json";
};

void check_refused(const std::string& text, const std::string& place) {
    const VariantsFile file(text);
    CHECK_THROWS_MATCHES(read_variants(file.path()), InputError,
                         MessageMatches(ContainsSubstring(place)));
}

}  // namespace

TEST_CASE("a variant has selectors and variables") {
    const VariantsFile file(
        R"([{"selectors": ["a/b"], "environment": {"MUTATION": "set.ok=fail"}}])");
    const auto variants = read_variants(file.path());
    REQUIRE(variants.size() == 1);
    CHECK(variants[0].selectors == std::vector<std::string>{"a/b"});
    CHECK(variants[0].environment == Variables{{"MUTATION", "set.ok=fail"}});
}

TEST_CASE("a file of no variants is refused, with the place") {
    CHECK_THROWS_MATCHES(read_variants("no such file"), InputError,
                         MessageMatches(ContainsSubstring("no such file: expected")));
    check_refused("[", "line 1, column");
    check_refused("[]", "expected an array of one or more");
    check_refused(R"({"selectors": []})", "expected an array");
    check_refused(R"([{"selectors": ["a"]}])", "[0]: expected the member \"environment\"");
    check_refused(R"([{"selectors": [], "environment": {}}])", "[0].selectors: expected");
    check_refused(R"([{"selectors": ["a"], "environment": {"A=B": ""}}])", "[0].environment");
    check_refused(R"([{"selectors": ["a"], "environment": {}, "more": 1}])", "and nothing else");
}

TEST_CASE("each variant's rows are a repetition, and one worker's") {
    const auto cases = example_cases();
    const auto requirements = example_requirements();
    PlanOptions options;
    options.seed = 7;
    options.variants = {{{cases[0].name}, {{"A", "1"}}},
                        {{cases[0].name, cases[0].name}, {{"A", "2"}}},
                        {{cases[0].name}, {{"A", "3"}}}};
    const Plan plan(options, cases, requirements, {10, 0, 19045});
    CHECK(plan.rows().size() == 3 * cases[0].rows.size());
    CHECK(plan.variables().at(2) == Variables{{"A", "2"}});
    for (const auto& shard : plan.shards(2)) {
        // Once a worker has left a variant it does not come back to it.
        std::set<std::uint32_t> left;
        std::uint32_t current = 0;
        for (const auto index : shard) {
            const auto repetition = plan.rows()[index].repetition;
            if (repetition != current) {
                left.insert(current);
                CHECK(!left.contains(repetition));
                current = repetition;
            }
        }
    }
}
