#include "supervisor/child_process.hpp"

#include <array>
#include <utility>

#include "worker_protocol/handle.hpp"

namespace conformance {

namespace {

/// The job in which all workers are: the system ends them when this process ends and its handle of
/// the job is closed, also when it is killed.
HANDLE workers_job() {
    static const HANDLE job = [] {
        const auto created = CreateJobObjectW(nullptr, nullptr);
        JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
        limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
        SetInformationJobObject(created, JobObjectExtendedLimitInformation, &limits, sizeof limits);
        return created;
    }();
    return job;
}

struct Pipe {
    UniqueHandle read;
    UniqueHandle write;
};

Pipe make_pipe() {
    HANDLE read = nullptr;
    HANDLE write = nullptr;
    if (!CreatePipe(&read, &write, nullptr, 0)) {
        throw_last_error("CreatePipe");
    }
    return {UniqueHandle(read), UniqueHandle(write)};
}

HANDLE inheritable(HANDLE handle) {
    SetHandleInformation(handle, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return handle;
}

/// This process, for a child that waits for its end.
UniqueHandle inheritable_self() {
    HANDLE self = nullptr;
    if (!DuplicateHandle(GetCurrentProcess(), GetCurrentProcess(), GetCurrentProcess(), &self,
                         SYNCHRONIZE, TRUE, 0)) {
        throw_last_error("DuplicateHandle");
    }
    return UniqueHandle(self);
}

UniqueHandle open_nowhere() {
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    const auto opened =
        CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    &inherited, OPEN_EXISTING, 0, nullptr);
    if (opened == INVALID_HANDLE_VALUE) {
        throw_last_error("CreateFile of NUL");
    }
    return UniqueHandle(opened);
}

std::wstring handle_text(HANDLE handle) {
    return std::to_wstring(reinterpret_cast<std::uintptr_t>(handle));
}

/// Starts a suspended process in a process group of its own, so that Ctrl+C at the console reaches
/// only the supervisor.
BOOL create_process(std::wstring command_line, DWORD flags, STARTUPINFOW& startup,
                    PROCESS_INFORMATION& information) {
    // Wine now and then (once in some thousand) loses a process while creating it, and reports
    // ERROR_INTERNAL_ERROR. No code has run in it then, so creating it again hides no answer.
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        const BOOL created = CreateProcessW(nullptr, command_line.data(), nullptr, nullptr, TRUE,
                                            CREATE_SUSPENDED | CREATE_NEW_PROCESS_GROUP | flags,
                                            nullptr, nullptr, &startup, &information);
        if (!created && GetLastError() == ERROR_ACCESS_DENIED &&
            (flags & CREATE_BREAKAWAY_FROM_JOB) != 0) {
            // This process is in a job that does not allow breakaway.
            flags &= ~static_cast<DWORD>(CREATE_BREAKAWAY_FROM_JOB);
            continue;
        }
        if (created || GetLastError() != ERROR_INTERNAL_ERROR || attempt == attempts) {
            return created;
        }
    }
}

/// Quotes as CommandLineToArgvW takes them apart: backslashes count only before a quote.
std::wstring quoted(const std::wstring& argument) {
    std::wstring text = L"\"";
    std::size_t backslashes = 0;
    for (const wchar_t c : argument) {
        if (c == L'"') {
            text.append(backslashes + 1, L'\\');
        }
        backslashes = c == L'\\' ? backslashes + 1 : 0;
        text += c;
    }
    text.append(backslashes, L'\\');
    return text + L'"';
}

}  // namespace

std::filesystem::path program_path() {
    std::array<wchar_t, 32768> path{};
    GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    return path.data();
}

ChildProcess::ChildProcess(std::size_t id, std::vector<std::wstring> arguments, HANDLE inherited,
                           std::string input, EventQueue& events, Ends ends)
    : ends_(ends) {
    auto to = make_pipe();
    auto from = make_pipe();
    arguments.insert(arguments.end(), {L"--input", handle_text(inheritable(to.read.get())),
                                       L"--output", handle_text(inheritable(from.write.get()))});
    UniqueHandle self;
    if (inherited != nullptr) {
        self = inheritable_self();
        arguments.insert(arguments.end(), {L"--record", handle_text(inheritable(inherited)),
                                           L"--supervisor", handle_text(self.get())});
    }
    auto command_line = quoted(program_path().wstring());
    for (const auto& argument : arguments) {
        command_line += L" " + quoted(argument);
    }
    // The input and output of a provider are not part of the run; its error messages are shown.
    const auto nowhere = open_nowhere();
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    startup.dwFlags = STARTF_USESTDHANDLES;
    startup.hStdInput = nowhere.get();
    startup.hStdOutput = nowhere.get();
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    PROCESS_INFORMATION information{};
    // No console: making one takes as long as making the process, and closing it would end a
    // process that has still to clean up.
    const DWORD flags =
        DETACHED_PROCESS | (ends == Ends::with_parent ? 0 : CREATE_BREAKAWAY_FROM_JOB);
    const BOOL created = create_process(command_line, flags, startup, information);
    const auto error = GetLastError();
    if (inherited != nullptr) {
        SetHandleInformation(inherited, HANDLE_FLAG_INHERIT, 0);
    }
    if (!created) {
        SetLastError(error);
        throw_last_error("CreateProcess");
    }
    process_.reset(information.hProcess);
    const UniqueHandle thread(information.hThread);
    to_child_ = std::move(to.write);
    from_child_ = std::move(from.read);
    // Its ends are the child's alone now: else its end would not be read here.
    to.read.reset();
    from.write.reset();
    if (ends == Ends::with_parent) {
        AssignProcessToJobObject(workers_job(), process_.get());
    }
    ResumeThread(thread.get());
    talker_ =
        std::thread([this, id, input = std::move(input), &events] { talk(id, input, events); });
}

ChildProcess::~ChildProcess() {
    if (ends_ == Ends::with_its_input) {
        constexpr DWORD clean_up_ms = 20000;
        to_child_.reset();
        WaitForSingleObject(process_.get(), clean_up_ms);
    }
    terminate();
    talker_.join();
}

std::uint32_t ChildProcess::system_id() const noexcept {
    return GetProcessId(process_.get());
}

void ChildProcess::terminate() noexcept {
    TerminateProcess(process_.get(), 1);
}

void ChildProcess::talk(std::size_t id, const std::string& input, EventQueue& events) {
    DWORD done = 0;
    if (ends_ == Ends::with_parent) {
        WriteFile(to_child_.get(), input.data(), static_cast<DWORD>(input.size()), &done, nullptr);
        to_child_.reset();
    }
    std::string text;
    std::array<char, 65536> block{};
    while (ReadFile(from_child_.get(), block.data(), static_cast<DWORD>(block.size()), &done,
                    nullptr) &&
           done != 0) {
        text.append(block.data(), done);
        std::size_t at = 0;
        for (auto end = text.find('\n'); end != text.npos; end = text.find('\n', at)) {
            events.push({Event::Kind::line, id, text.substr(at, end - at), 0});
            at = end + 1;
        }
        text.erase(0, at);
    }
    WaitForSingleObject(process_.get(), INFINITE);
    DWORD exit_code = 0;
    GetExitCodeProcess(process_.get(), &exit_code);
    events.push({Event::Kind::ended, id, {}, exit_code});
}

}  // namespace conformance
