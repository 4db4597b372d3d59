#include "plan/journal.hpp"

#include <iterator>

#include "model/json.hpp"
#include "model/utf8.hpp"

namespace conformance {

namespace {

constexpr int journal_version = 1;

Json to_line(const JournalHeader& header) {
    return {{"journal", journal_version},
            {"run_id", header.run.id},
            {"started", header.run.started},
            {"command_line", header.run.command_line},
            {"suite_version", header.suite.version},
            {"commit", header.suite.commit},
            {"catalogue_sha256", header.suite.catalogue_sha256},
            {"compiler", header.suite.compiler},
            {"architecture", header.suite.architecture},
            {"selectors", header.plan.selectors},
            {"seed", header.plan.seed},
            {"repeat", header.plan.repeat},
            {"nt_version", to_string(header.version)},
            {"provider", header.provider},
            {"wsk_driver", header.wsk_driver},
            {"wsk_provider", header.wsk_provider},
            {"report", header.report_path}};
}

JournalHeader header_from(const Json& line) {
    if (line.at("journal").get<int>() != journal_version) {
        throw InputError("expected a journal of version " + std::to_string(journal_version));
    }
    JournalHeader header;
    header.run.id = line.at("run_id").get<std::string>();
    header.run.started = line.at("started").get<std::string>();
    header.run.command_line = line.at("command_line").get<std::vector<std::string>>();
    header.suite = {
        line.at("suite_version").get<std::string>(), line.at("commit").get<std::string>(),
        line.at("catalogue_sha256").get<std::string>(), line.at("compiler").get<std::string>(),
        line.at("architecture").get<std::string>()};
    header.plan = {line.at("selectors").get<std::vector<std::string>>(),
                   line.at("seed").get<std::uint64_t>(), line.at("repeat").get<std::uint32_t>()};
    header.run.seed = header.plan.seed;
    const auto version = nt_version_from(line.at("nt_version").get<std::string>());
    if (!version) {
        throw InputError("expected an NT version");
    }
    header.version = *version;
    header.provider = line.at("provider").get<std::string>();
    header.wsk_driver = line.at("wsk_driver").get<std::string>();
    header.wsk_provider = line.at("wsk_provider").get<std::string>();
    header.report_path = line.at("report").get<std::string>();
    return header;
}

void take_line(Journal& journal, const Json& line, bool first) {
    if (first) {
        journal.header = header_from(line);
    } else if (line.contains("environment")) {
        journal.environment = line.at("environment").get<Environment>();
        journal.capabilities = line.at("capabilities").get<std::vector<Capability>>();
    } else {
        journal.rows.push_back(line.at("row").get<RowResult>());
    }
}

}  // namespace

Journal read_journal(const std::filesystem::path& path) {
    const auto name = utf8_from_path(path);
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (!file.is_open() || file.bad()) {
        throw InputError(name + ": cannot be read");
    }
    Journal journal;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find('\n', at);
        if (end == text.npos) {
            break;
        }
        const auto where = name + ": line " + std::to_string(++number);
        try {
            take_line(journal,
                      Json::parse(text.begin() + static_cast<std::ptrdiff_t>(at),
                                  text.begin() + static_cast<std::ptrdiff_t>(end)),
                      number == 1);
        } catch (const Json::exception&) {
            throw InputError(where + ": expected a line of a journal");
        } catch (const InputError& error) {
            throw InputError(where + ": " + error.what());
        }
        at = end + 1;
        journal.whole_bytes = at;
    }
    if (number == 0) {
        throw InputError(name + ": line 1: expected a journal's first line");
    }
    return journal;
}

JournalWriter::JournalWriter(const std::filesystem::path& path, const JournalHeader& header)
    : file_(path, std::ios::binary | std::ios::trunc) {
    if (!file_) {
        throw InputError(utf8_from_path(path) + ": cannot be written");
    }
    write_line(to_line(header));
}

JournalWriter::JournalWriter(const std::filesystem::path& path, const Journal& journal) {
    std::error_code error;
    std::filesystem::resize_file(path, journal.whole_bytes, error);
    file_.open(path, std::ios::binary | std::ios::app);
    if (error || !file_) {
        throw InputError(utf8_from_path(path) + ": cannot be written");
    }
}

void JournalWriter::write(const Environment& environment,
                          const std::vector<Capability>& capabilities) {
    write_line({{"environment", environment}, {"capabilities", capabilities}});
}

void JournalWriter::write(const RowResult& result) {
    write_line({{"row", result}});
}

void JournalWriter::write_line(const Json& line) {
    if (whole_) {
        file_ << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n' << std::flush;
        whole_ = file_.good();
    }
}

}  // namespace conformance
