#include <algorithm>
#include <condition_variable>
#include <iostream>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "base/input_error.hpp"
#include "model/report_reader.hpp"
#include "base/utf8.hpp"
#include "tool/commands.hpp"
#include "tool/files.hpp"
#include "tool/inputs.hpp"
#include "tool/matrix_writer.hpp"
#include "tool/parallel.hpp"
#include "writers/atomic_file.hpp"

namespace conformance {

namespace {

/// The paths in the order of their reports' platforms; of a report no more is kept than its header.
/// `warnings` names those of which two are of one run.
std::vector<std::string> in_order(const std::vector<std::string>& paths, std::string& warnings) {
    std::vector<std::pair<Report, std::string>> headers;
    std::map<std::string, std::string> runs;
    for (const auto& path : paths) {
        headers.emplace_back(read_report_header(read_input(path), path), path);
        const auto [first, is_new] = runs.emplace(headers.back().first.run.id, path);
        if (!is_new) {
            warnings += "conformance-report: " + path + ": a report of the same run as " +
                        first->second + "\n";
        }
    }
    std::ranges::stable_sort(headers, [](const auto& one, const auto& other) {
        return comes_before(one.first, other.first);
    });
    std::vector<std::string> sorted;
    for (auto& [header, path] : headers) {
        sorted.push_back(std::move(path));
    }
    return sorted;
}

/// Reads columns on all processors and writes them in their order. As a thread waits for its turn
/// to write before it reads on, there are never more columns than threads.
class Assembly {
public:
    Assembly(const std::vector<std::string>& paths, const std::vector<Baseline>* baselines,
             MatrixWriter& writer)
        : paths_(paths), baselines_(baselines), writer_(writer), names_(row_names({})) {}

    /// Today's rows, and those of the reports.
    const RowNames& names() const noexcept { return names_; }
    const AcrossReports& across() const noexcept { return across_; }

    void run() {
        for_each_in_parallel(
            paths_.size(), std::max(2u, std::thread::hardware_concurrency()),
            [this](std::size_t i) { read_and_write(i); }, [this] { give_up(); });
    }

private:
    void read_and_write(std::size_t index) {
        const auto& path = paths_[index];
        auto column = read_column(read_input(path), path, baselines_);
        if (column.rows.empty()) {
            throw InputError(path + ": rows: expected one at least, got none");
        }
        std::unique_lock guard(mutex_);
        turn_.wait(guard, [&] { return written_ == index || failed_; });
        if (!failed_) {
            for (const auto& row : column.rows) {
                names_.add(row.row);
            }
            across_.add(column);
            writer_.add(std::move(column));
            ++written_;
        }
        turn_.notify_all();
    }

    void give_up() {
        {
            const std::scoped_lock guard(mutex_);
            failed_ = true;
        }
        turn_.notify_all();
    }

    const std::vector<std::string>& paths_;
    const std::vector<Baseline>* baselines_;
    MatrixWriter& writer_;
    RowNames names_;
    AcrossReports across_;
    std::mutex mutex_;
    std::condition_variable turn_;
    std::size_t written_ = 0;
    bool failed_ = false;
};

}  // namespace

ExitCode matrix_command(const MatrixOptions& options) {
    AtomicFile file(path_from_utf8(options.output));
    const auto writer = matrix_writer(options.output, options.rows,
                                      [&](std::string_view text) { file.write(text); });
    std::string warnings;
    const auto paths = in_order(report_inputs(options.reports), warnings);
    const auto baselines = load_baselines_of(options.baselines);
    Assembly assembly(paths, options.baselines.empty() ? nullptr : &baselines, *writer);
    assembly.run();
    check_entries(baselines, assembly.names());
    writer->end(assembly.across());
    file.commit();
    std::cerr << warnings;
    std::cout << "Written       " << options.output << ", " << paths.size()
              << (paths.size() == 1 ? " report\n" : " reports\n");
    if (paths.size() > 1) {
        std::cout << "Across them   " << AcrossReports::requirement << ": "
                  << assembly.across().decision() << std::endl;
    }
    return ExitCode::gate_holds;
}

}  // namespace conformance
