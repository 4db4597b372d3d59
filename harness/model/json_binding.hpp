#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace conformance {

// JSON text read straight into objects: the members of each type stand in a table, and no tree of
// the text is made in between. A text that is not exactly of its type is refused.

struct ObjectType;
struct Target;

/// A string that is one of a few words, or that nobody keeps.
struct BoundWord {
    void* to;
    /// False when it is none of them.
    bool (*read)(void* to, std::string_view word);
    const char* expected;
    bool may_be_null = false;
};

/// A whole number that has to be of some range.
struct BoundNumber {
    void* to;
    bool (*read)(void* to, std::int64_t number);
    const char* expected;
};

/// An object whose members are strings of any name.
struct BoundMap {
    void* to;
    std::string* (*add)(void* to, std::string&& name);
};

struct BoundArray {
    void* to;
    /// Where the next element goes.
    Target (*add)(void* to);
    /// Called after the last element, if there.
    void (*end)(void* to) = nullptr;
};

struct BoundObject {
    void* owner;
    /// The object that the members are of; called when it begins.
    void* (*begin)(void* owner);
    const ObjectType* type;
    bool may_be_null = false;
};

/// Where a value goes.
struct Target {
    std::variant<std::string*, bool*, int*, std::int64_t*, std::uint32_t*, std::uint64_t*, double*,
                 std::optional<std::string>*, std::optional<std::uint32_t>*,
                 std::optional<std::int64_t>*, BoundWord, BoundNumber, BoundMap, BoundArray,
                 BoundObject>
        to;
};

struct Member {
    std::string_view name;
    Target (*target)(void* object);
    /// Whether a text without it is read as well: reports that are older than the member lack it.
    bool may_be_missing = false;
};

/// All members of an object; each has to be there, unless it may be missing, once, in any order.
struct ObjectType {
    std::span<const Member> members;
};

namespace binding {

template <auto>
struct MemberPointer;
template <typename Class, typename T, T Class::*pointer>
struct MemberPointer<pointer> {
    using Object = Class;
    using Value = T;
    static T& of(void* object) { return static_cast<Class*>(object)->*pointer; }
};

inline void* itself(void* object) {
    return object;
}

/// A member that is read as what it is.
template <auto pointer>
Target value(void* object) {
    return {&MemberPointer<pointer>::of(object)};
}

/// A member that is an object of its own.
template <auto pointer, const ObjectType& type>
Target object(void* of) {
    return {BoundObject{&MemberPointer<pointer>::of(of), itself, &type}};
}

/// A member that is an object of its own, or null when there is none.
template <auto pointer, const ObjectType& type>
Target new_object(void* of) {
    return {BoundObject{
        &MemberPointer<pointer>::of(of),
        [](void* optional) -> void* {
            return &static_cast<typename MemberPointer<pointer>::Value*>(optional)->emplace();
        },
        &type, true}};
}

/// Members that stand in an object of the text, and in none of this project.
template <const ObjectType& type>
Target group(void* of) {
    return {BoundObject{of, itself, &type}};
}

/// An array of objects.
template <auto pointer, const ObjectType& type>
Target objects(void* of) {
    using Vector = typename MemberPointer<pointer>::Value;
    return {BoundArray{&MemberPointer<pointer>::of(of), [](void* to) {
                           auto& element = static_cast<Vector*>(to)->emplace_back();
                           return Target{BoundObject{&element, itself, &type}};
                       }}};
}

/// An array of strings.
template <auto pointer>
Target strings(void* of) {
    using Vector = typename MemberPointer<pointer>::Value;
    return {BoundArray{&MemberPointer<pointer>::of(of),
                       [](void* to) { return Target{&static_cast<Vector*>(to)->emplace_back()}; }}};
}

/// An object of strings, as an array of {name, value}.
template <auto pointer>
Target map(void* of) {
    using Vector = typename MemberPointer<pointer>::Value;
    return {BoundMap{&MemberPointer<pointer>::of(of), [](void* to, std::string&& name) {
                         auto& entry = static_cast<Vector*>(to)->emplace_back();
                         entry.name = std::move(name);
                         return &entry.value;
                     }}};
}

/// A string that follows from other members.
inline Target derived_text(void* object) {
    return {BoundWord{object, [](void*, std::string_view) { return true; }, "a string"}};
}

/// A count that follows from other members.
inline Target derived_count(void* object) {
    return {BoundNumber{object, [](void*, std::int64_t count) { return count >= 0; }, "a count"}};
}

}  // namespace binding

/// Reads the text into `object`. `name` is what the message of an InputError calls it; its place is
/// the line and column at which the text stops being JSON, or the path of the member that is not as
/// expected: `report.json: rows[3].verdict: expected ...`. Memory beside the object's own is that
/// of the longest string.
void read_json(std::string_view text, const std::string& name, const ObjectType& type,
               void* object);

}  // namespace conformance
