#include "worker/row_runner.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <catch2/catch_session.hpp>
#include <catch2/catch_test_case_info.hpp>
#include <catch2/catch_translate_exception.hpp>
#include <catch2/interfaces/catch_interfaces_reporter_factory.hpp>
#include <catch2/interfaces/catch_interfaces_testcase.hpp>
#include <catch2/internal/catch_source_line_info.hpp>
#include <catch2/internal/catch_test_registry.hpp>
#include <catch2/reporters/catch_reporter_streaming_base.hpp>

#include "expect/expectation.hpp"
#include "base/utf8.hpp"
#include "worker/fault_exit.hpp"

namespace conformance {

namespace {

/// Begins the text by which Catch2 reports an Inconclusive that was thrown inside an assertion, so
/// that it is not taken for a failed check.
constexpr std::string_view inconclusive_mark = "inconclusive: ";
constexpr std::string_view not_measured_mark = "not measured: ";

CATCH_TRANSLATE_EXCEPTION(const Inconclusive& reason) {
    return std::string(inconclusive_mark) + reason.what();
}

CATCH_TRANSLATE_EXCEPTION(const NotMeasured& reason) {
    return std::string(not_measured_mark) + reason.what();
}

std::wstring wide(const std::string& text) {
    return path_from_utf8(text).wstring();
}

/// The value of an environment variable, if it is set.
std::optional<std::wstring> variable(const std::wstring& name) {
    std::wstring value(GetEnvironmentVariableW(name.c_str(), nullptr, 0), L'\0');
    if (value.empty()) {
        return std::nullopt;
    }
    value.resize(
        GetEnvironmentVariableW(name.c_str(), value.data(), static_cast<DWORD>(value.size())));
    return value;
}

bool closes(const Call& call) {
    return call.function == "closesocket" || call.function == "WskCloseSocket";
}

/// The state of the running row. Invokers and the reporter share it.
class RowInProgress {
public:
    RowInProgress(FlightRecorder& recorder, const FlightRecord& record, const WorkerOrder& order,
                  const Send& send)
        : recorder_(recorder), record_(record), order_(order), send_(send) {}

    void start(const RunnableRow& row) {
        use_variables(row.repetition);
        const auto& info = row.of_case->info;
        const auto& row_info = info.rows[row.row];
        result_ = {};
        result_.case_name = info.name;
        result_.row = row_info.name;
        result_.repetition = row.repetition;
        result_.parameters = row_info.parameters;
        result_.requirements = info.requirements;
        fault_.clear();
        recorder_.clear();
        WorkerMessage message;
        message.kind = WorkerMessage::Kind::started;
        message.id = RowId{result_.row, result_.repetition};
        send_(message);
        begun_ = std::chrono::steady_clock::now();
    }

    void add(Check check) {
        check.calls_before = static_cast<std::uint32_t>(recorder_.position());
        result_.checks.push_back(std::move(check));
    }
    void inconclusive(const std::string& reason) { claim_unseen(Verdict::inconclusive, reason); }
    void not_measured(const std::string& reason) { claim_unseen(Verdict::not_measured, reason); }
    void not_applicable(const std::string& fact) { claim_unseen(Verdict::not_applicable, fact); }
    void fault(const std::string& what) { fault_ = what; }
    RowResult& result() { return result_; }
    Test::Findings& findings() { return findings_; }

    void finish() {
        const auto took = std::chrono::steady_clock::now() - begun_;
        result_.duration_us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
        if (record_.lost.load() != 0) {
            fault_ = "the row makes more calls than the flight record holds";
        }
        std::string cut_short;
        if (result_.failed_check() != nullptr) {
            if (result_.verdict == Verdict::not_measured) {
                cut_short = result_.reason;
            }
            result_.verdict = Verdict::fail;
            result_.reason.clear();
        } else if (result_.reason.empty()) {
            const bool recorded = std::ranges::any_of(result_.checks, &Check::recorded);
            result_.verdict = recorded ? Verdict::recorded : Verdict::pass;
            if (result_.checks.empty() && fault_.empty()) {
                fault_ = "the row checks nothing";
            }
        }
        if (result_.verdict != Verdict::pass || order_.calls_of_passed) {
            add_calls();
        }
        WorkerMessage message;
        message.kind = fault_.empty() ? WorkerMessage::Kind::finished : WorkerMessage::Kind::fault;
        message.id = RowId{result_.row, result_.repetition};
        message.text = fault_.empty() ? cut_short : fault_;
        if (fault_.empty()) {
            message.result = std::move(result_);
        }
        send_(message);
    }

private:
    void add_calls() {
        result_.calls = calls_of(record_);
        for (auto& check : result_.checks) {
            // A socket that the checked expression itself made is closed before Catch2 reports the
            // check.
            while (check.calls_before > 1 && check.calls_before <= result_.calls.size() &&
                   closes(result_.calls[check.calls_before - 1])) {
                --check.calls_before;
            }
        }
    }

    void use_variables(std::uint32_t repetition) {
        const auto found = order_.variables.find(repetition);
        if (found == order_.variables.end() || repetition == of_repetition_) {
            return;
        }
        of_repetition_ = repetition;
        findings_.clear();
        for (const auto& [name, value] : inherited_) {
            SetEnvironmentVariableW(name.c_str(), value ? value->c_str() : nullptr);
        }
        inherited_.clear();
        for (const auto& [name, value] : found->second) {
            inherited_[wide(name)] = variable(wide(name));
            SetEnvironmentVariableW(wide(name).c_str(), wide(value).c_str());
        }
    }

    void claim_unseen(Verdict verdict, const std::string& reason) {
        result_.verdict = verdict;
        result_.reason = reason;
    }

    FlightRecorder& recorder_;
    const FlightRecord& record_;
    const WorkerOrder& order_;
    const Send& send_;
    std::uint32_t of_repetition_ = 0;
    /// The values of this repetition's variables before it.
    std::map<std::wstring, std::optional<std::wstring>> inherited_;
    RowResult result_;
    Test::Findings findings_;
    std::string fault_;
    std::chrono::steady_clock::time_point begun_;
};

/// A row as a test case of Catch2.
class RowInvoker final : public Catch::ITestInvoker {
public:
    RowInvoker(const RowId& id, const FindRow& find_row, const RunContext& context,
               RowInProgress& progress)
        : id_(id), find_row_(find_row), context_(context), progress_(progress) {}

    void invoke() const override {
        // Again, because a Catch2 that was built to handle exceptions has put its own filter in
        // place.
        exit_on_faults();
        const auto row = find_row_(id_);
        progress_.start(row);
        try {
            Test test(context_, progress_.result(), progress_.findings());
            row.of_case->body(test, row.of_case->rows[row.row]);
        } catch (const Inconclusive& reason) {
            progress_.inconclusive(reason.what());
        } catch (const NotMeasured& reason) {
            progress_.not_measured(reason.what());
        } catch (const NotApplicable& fact) {
            progress_.not_applicable(fact.what());
        } catch (const Catch::TestFailureException&) {
            // A REQUIRE that did not hold: the check is already known.
        } catch (const std::exception& error) {
            progress_.fault(std::string("the body threw: ") + error.what());
        }
    }

private:
    const RowId& id_;
    const FindRow& find_row_;
    const RunContext& context_;
    RowInProgress& progress_;
};

/// An assertion in the source: its whole text, and its argument.
struct Written {
    std::string assertion;
    std::string expression;
};

/// A macro of Catch2's own, and not one of expect/assertions.hpp, shows no more than its expansion.
Written as_written(const Catch::AssertionResult& result) {
    const std::string macro(result.getTestMacroName());
    const auto open = macro.find('(');
    if (open == macro.npos) {
        return {result.getExpression(), result.getExpression()};
    }
    const auto inside = macro.substr(open + 1, macro.size() - open - 2);
    const bool negated = macro.substr(0, open).ends_with("_FALSE");
    return {macro, negated ? "!(" + inside + ")" : inside};
}

class RowReporter final : public Catch::StreamingReporterBase {
public:
    RowReporter(Catch::ReporterConfig&& config, RowInProgress& progress)
        : StreamingReporterBase(std::move(config)), progress_(progress) {
        m_preferences.shouldReportAllAssertions = true;
    }

    void assertionEnded(const Catch::AssertionStats& stats) override {
        const auto& result = stats.assertionResult;
        if (result.getResultType() == Catch::ResultWas::ThrewException) {
            threw(std::string(result.getMessage()));
            return;
        }
        const auto written = as_written(result);
        auto text = split_expectation(written.expression, result.getExpandedExpression());
        progress_.add({written.assertion, std::move(text.expected), std::move(text.actual),
                       result.isOk(), static_cast<std::uint32_t>(result.getSourceInfo().line),
                       text.recorded, 0});
    }

    void testCaseEnded(const Catch::TestCaseStats&) override { progress_.finish(); }

private:
    void threw(const std::string& what) {
        if (what.starts_with(inconclusive_mark)) {
            progress_.inconclusive(what.substr(inconclusive_mark.size()));
        } else if (what.starts_with(not_measured_mark)) {
            progress_.not_measured(what.substr(not_measured_mark.size()));
        } else {
            progress_.fault("a check threw: " + what);
        }
    }

    RowInProgress& progress_;
};

class RowReporterFactory final : public Catch::IReporterFactory {
public:
    explicit RowReporterFactory(RowInProgress& progress) : progress_(progress) {}

    Catch::IEventListenerPtr create(Catch::ReporterConfig&& config) const override {
        return Catch::Detail::make_unique<RowReporter>(std::move(config), progress_);
    }
    std::string getDescription() const override { return "reports each row to a supervisor"; }

private:
    RowInProgress& progress_;
};

}  // namespace

void run_rows(const FindRow& find_row, const RunContext& context, FlightRecorder& recorder,
              const FlightRecord& record, const WorkerOrder& order, const Send& send) {
    RowInProgress progress(recorder, record, order, send);
    Catch::getMutableRegistryHub().registerReporter(
        "rows", Catch::Detail::make_unique<RowReporterFactory>(progress));
    for (const auto& id : order.rows) {
        // Tags distinguish the repetitions of a row, which have the same name.
        const auto tags = "[repetition-" + std::to_string(id.repetition) + "]";
        Catch::AutoReg(Catch::Detail::make_unique<RowInvoker>(id, find_row, context, progress),
                       CATCH_INTERNAL_LINEINFO, Catch::StringRef(),
                       Catch::NameAndTags{id.row, tags});
    }
    Catch::ConfigData config;
    config.reporterSpecifications.push_back({"rows", {}, {}, {}});
    config.testsOrTags = {"*"};
    config.allowZeroTests = true;
    Catch::Session session;
    session.useConfigData(config);
    session.run();
}

}  // namespace conformance
