#include <catch2/catch_test_macros.hpp>

#include "model/call_text.hpp"

using namespace conformance;

namespace {

constexpr int pending = 0x103;
constexpr int not_implemented = static_cast<int>(0xC0000002);

Call kernel_call(const char* function, int returned) {
    Call call;
    call.function = function;
    call.arguments = {{"Socket", "0x101"}, {"Irp", "given"}};
    call.result = returned;
    return call;
}

std::string line_of(const Call& call) {
    return call_lines({call}).front();
}

}  // namespace

TEST_CASE("a call of Winsock Kernel says its NTSTATUS and its IRP's") {
    auto call = kernel_call("WskControlSocket", pending);
    call.io_status = {1, 0, 4};
    CHECK(line_of(call) ==
          "WskControlSocket(s1, Irp=given) = STATUS_PENDING (0x00000103), IoStatus STATUS_SUCCESS "
          "(0x00000000), 4");
    call.io_status->completions = 2;
    CHECK(line_of(call).ends_with(", completed 2 times"));
}

TEST_CASE("an IRP that was given and not completed is reported, none that was not given") {
    auto call = kernel_call("WskControlSocket", not_implemented);
    CHECK(line_of(call) ==
          "WskControlSocket(s1, Irp=given) = STATUS_NOT_IMPLEMENTED (0xC0000002), IRP not "
          "completed");
    call.arguments[1].value = "NULL";
    CHECK(line_of(call).ends_with("= STATUS_NOT_IMPLEMENTED (0xC0000002)"));
}

TEST_CASE("the kernel's sockets are numbered by the order in which they come") {
    auto opened = kernel_call("WskSocket", pending);
    opened.arguments = {{"Flags", "2"}};
    opened.io_status = {1, 0, 0x101};
    auto other = opened;
    other.io_status->information = 0x302;
    const auto lines = call_lines({opened, other, kernel_call("WskCloseSocket", 0)});
    CHECK(lines[0].ends_with("IoStatus STATUS_SUCCESS (0x00000000), s1"));
    CHECK(lines[1].ends_with("IoStatus STATUS_SUCCESS (0x00000000), s2"));
    CHECK(lines[2].starts_with("WskCloseSocket(s1"));
}
