#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/utf8.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "writers/ctrf.hpp"
#include "writers/environment_text.hpp"
#include "writers/junit.hpp"
#include "writers/markdown.hpp"

namespace conformance {

namespace {

/// Where a report goes that is put into a folder: "windows-11-23h2-10.0.22631.3447-x64", day and
/// run, so that no two reports have one name, and names are in the order of time.
std::string path_in_folder(const std::string& folder, const Report& report) {
    auto name = report_file_name(*report.environment);
    name.resize(name.size() - std::string_view(".json").size());
    name += "-" + report.run.started.substr(0, 10) + "-" + report.run.id + ".json.gz";
    return utf8_from_path(path_from_utf8(folder) / path_from_utf8(name));
}

}  // namespace

ExitCode convert_command(const ConvertOptions& options) {
    const auto loaded = load_judged(one_report(options.report), options.baselines);
    auto& report = loaded->report;
    const auto* known = loaded->known_or_null();
    leave_out_calls(report, *kept_calls_from(options.calls));
    std::error_code error;
    if (options.to == "json" &&
        std::filesystem::is_directory(path_from_utf8(options.output), error)) {
        write_output(path_in_folder(options.output, report), report_text(report));
        return ExitCode::gate_holds;
    }
    write_output(options.output, options.to == "junit"  ? junit(report, known)
                                 : options.to == "ctrf" ? ctrf(report, known)
                                 : options.to == "json" ? report_text(report)
                                                        : markdown(report, known));
    return ExitCode::gate_holds;
}

}  // namespace conformance
