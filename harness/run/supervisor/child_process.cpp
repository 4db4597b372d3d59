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

ChildProcess::ChildProcess(std::size_t id, std::vector<std::wstring> arguments,
                           const InheritedHandles& inherited, std::string input, EventQueue& events,
                           Ends ends)
    : id_(id), events_(events), ends_(ends), attachment_(events, *this) {
    events_.add_handle(to_child_.own_end(), attachment_.key());
    events_.add_handle(from_child_.own_end(), attachment_.key());
    start(std::move(arguments), inherited);
    if (ends_ == Ends::with_parent && (input.empty() || to_child_.write(std::move(input)) != 0)) {
        to_child_.close_own_end();
    }
    read_on();
}

void ChildProcess::start(std::vector<std::wstring> arguments, const InheritedHandles& inherited) {
    arguments.insert(arguments.end(), {L"--input", handle_text(to_child_.childs_end()), L"--output",
                                       handle_text(from_child_.childs_end())});
    UniqueHandle self;
    if (!inherited.empty()) {
        self = inheritable_self();
        arguments.insert(arguments.end(), {L"--supervisor", handle_text(self.get())});
    }
    for (const auto& [option, handle] : inherited) {
        arguments.insert(arguments.end(), {option, handle_text(inheritable(handle))});
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
        DETACHED_PROCESS | (ends_ == Ends::with_parent ? 0 : CREATE_BREAKAWAY_FROM_JOB);
    const BOOL created = create_process(command_line, flags, startup, information);
    const auto error = GetLastError();
    for (const auto& [option, handle] : inherited) {
        SetHandleInformation(handle, HANDLE_FLAG_INHERIT, 0);
    }
    if (!created) {
        SetLastError(error);
        throw_last_error("CreateProcess");
    }
    process_.reset(information.hProcess);
    const UniqueHandle thread(information.hThread);
    // These ends are the child's alone now: else its end would not be read here.
    to_child_.close_childs_end();
    from_child_.close_childs_end();
    if (ends_ == Ends::with_parent) {
        AssignProcessToJobObject(workers_job(), process_.get());
    }
    ResumeThread(thread.get());
}

ChildProcess::~ChildProcess() {
    if (ends_ == Ends::with_its_input) {
        constexpr DWORD clean_up_ms = 20000;
        to_child_.close_own_end();
        WaitForSingleObject(process_.get(), clean_up_ms);
    }
    terminate();
    WaitForSingleObject(process_.get(), INFINITE);
}

std::uint32_t ChildProcess::system_id() const noexcept {
    return GetProcessId(process_.get());
}

void ChildProcess::terminate() noexcept {
    TerminateProcess(process_.get(), 1);
}

void ChildProcess::completed(const OVERLAPPED* operation, DWORD bytes, DWORD error) {
    if (operation == nullptr) {
        DWORD exit_code = 0;
        GetExitCodeProcess(process_.get(), &exit_code);
        events_.push({Event::Kind::ended, id_, {}, exit_code});
    } else if (to_child_.ended(operation)) {
        to_child_.close_own_end();
    } else if (from_child_.ended(operation)) {
        if (error == 0) {
            take(from_child_.text(bytes));
            read_on();
        } else {
            await_end();
        }
    }
}

void ChildProcess::take(std::string_view text) {
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        line_ += text.substr(0, end);
        events_.push({Event::Kind::line, id_, std::exchange(line_, {}), 0});
        text.remove_prefix(end + 1);
    }
    line_ += text;
}

void ChildProcess::read_on() {
    if (from_child_.read() != 0) {
        await_end();
    }
}

void CALLBACK ChildProcess::on_end(void* context, BOOLEAN) {
    const auto& self = *static_cast<const ChildProcess*>(context);
    self.events_.signal(self.attachment_.key());
}

void ChildProcess::await_end() {
    HANDLE wait = nullptr;
    if (!RegisterWaitForSingleObject(&wait, process_.get(), on_end, this, INFINITE,
                                     WT_EXECUTEINWAITTHREAD | WT_EXECUTEONLYONCE)) {
        throw_last_error("RegisterWaitForSingleObject");
    }
    wait_.reset(wait);
}

}  // namespace conformance
