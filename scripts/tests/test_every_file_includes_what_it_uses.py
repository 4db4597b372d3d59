"""A file that uses a name of the standard library includes its header, by itself or through a header of this
project: no library's headers include the same ones by chance, and the precompiled headers of clang's build
would hide it."""

import re
from functools import cache

from conftest import ROOT, call

HEADERS = {
    "algorithm": "all_of any_of clamp copy count equal fill fill_n find find_if max min none_of shuffle "
    "stable_partition",
    "any": "any any_cast",
    "array": "array",
    "atomic": "atomic memory_order_acquire memory_order_relaxed memory_order_release",
    "bit": "bit_cast countr_zero popcount",
    "cctype": "isalnum isdigit isspace tolower toupper",
    "charconv": "from_chars to_chars",
    "chrono": "chrono chrono_literals",
    "condition_variable": "condition_variable condition_variable_any",
    "cstdint": "int8_t int16_t int32_t int64_t intptr_t uint8_t uint16_t uint32_t uint64_t uintptr_t "
    "uintmax_t",
    "cstdio": "fclose fflush fopen fprintf fputs fwrite printf",
    "cstdlib": "abort atoi exit getenv",
    "cstring": "memcmp memcpy memset strlen",
    "ctime": "gmtime strftime time",
    "deque": "deque",
    "exception": "current_exception exception_ptr rethrow_exception",
    "filesystem": "filesystem",
    "fstream": "ifstream ofstream",
    "functional": "function less not_equal_to",
    "iomanip": "setfill setprecision setw",
    "iostream": "cerr cin cout",
    "limits": "numeric_limits",
    "list": "list",
    "map": "map multimap",
    "memory": "make_shared make_unique shared_ptr unique_ptr",
    "mutex": "lock_guard mutex recursive_mutex scoped_lock unique_lock",
    "numeric": "accumulate iota",
    "optional": "in_place nullopt optional",
    "random": "mt19937_64 random_device",
    "regex": "regex regex_match regex_search smatch",
    "set": "set",
    "span": "as_bytes span",
    "sstream": "istringstream ostringstream",
    "stdexcept": "length_error logic_error runtime_error",
    "stop_token": "stop_token",
    "string": "stoi stoul stoull string to_string to_wstring u16string u8string wstring",
    "string_view": "string_view u16string_view wstring_view",
    "system_error": "errc error_code generic_category system_category system_error",
    "thread": "jthread this_thread thread",
    "tuple": "tuple",
    "type_traits": "decay_t is_integral_v is_same_v is_trivially_copyable_v remove_pointer_t type_identity_t",
    "unordered_map": "unordered_map",
    "utility": "exchange in_range move pair",
    "variant": "get_if holds_alternative variant visit",
    "vector": "vector",
}
# Headers that include another one by the standard's own text (C++20, [*.syn]).
ALSO = {"string": {"string_view"}, "thread": {"stop_token"}, "iostream": {"istream", "ostream"}}
HEADER_OF = {name: header for header, names in HEADERS.items() for name in names.split()}
COMMENT_OR_TEXT = re.compile(r'//[^\n]*|/\*.*?\*/|R"\w*\(.*?\)\w*"|"(?:\\.|[^"\\\n])*"', re.DOTALL)


@cache
def text_of(path):
    return path.read_text(encoding="utf-8")


@cache
def folder_of_component():
    """A component's headers are included as <component>/<file>.hpp."""
    return {
        name: path.parent
        for path in ROOT.glob("[!b]*/**/CMakeLists.txt")
        for name in re.findall(r"^conformance_component\((\w+)", text_of(path), re.MULTILINE)
    }


def project_file(including, name):
    """The file of this project that `#include "name"` finds."""
    component, _, file = name.partition("/")
    folders = folder_of_component()
    places = [including.parent / name, *([folders[component] / file] if component in folders else [])]
    return next((place for place in places if place.exists()), None)


@cache
def included(path):
    """The headers of the standard library that a file includes, by itself or through this project's."""
    found = set()
    for name in re.findall(r"^#include <([a-z_]+)>", text_of(path), re.MULTILINE):
        found |= {name} | ALSO.get(name, set())
    for name in re.findall(r'^#include "([^"]+)"', text_of(path), re.MULTILINE):
        other = project_file(path, name)
        if other and other.suffix == ".hpp":
            found |= included(other.resolve())
    return found


def missing(path):
    code = COMMENT_OR_TEXT.sub("", re.sub(r"^#include.*$", "", text_of(path), flags=re.MULTILINE))
    used = {HEADER_OF[name] for name in re.findall(r"\bstd::(\w+)", code) if name in HEADER_OF}
    return sorted(used - included(path.resolve()))


def test_every_name_has_its_header():
    names = call(
        "git", "ls-files", "-c", "-o", "--exclude-standard", "*.cpp", "*.hpp", cwd=ROOT
    ).out.splitlines()
    files = [ROOT / name for name in names if (ROOT / name).exists()]
    assert len(files) > 300
    problems = {str(file.relative_to(ROOT)): missing(file) for file in files}
    assert {file: headers for file, headers in problems.items() if headers} == {}


def test_a_missing_header_is_seen(tmp_path):
    file = tmp_path / "file.cpp"
    file.write_text(
        '#include <string>\nstd::string text = "std::map"; // std::set\nstd::vector<std::string> lines;\n'
    )
    assert missing(file) == ["vector"]
