#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/json.hpp"

namespace conformance {

// One table per type lists its members; objects are read and written from it. Text is read straight
// into objects, without a tree in between; text that does not fit the type exactly is refused.

struct ObjectType;
struct Target;

/// A string that has to be one of a few words, or that is checked and not kept.
struct BoundWord {
    void* to;
    /// Returns false for any other word.
    bool (*read)(void* to, std::string_view word);
    const char* expected;
    bool may_be_null = false;
};

/// A whole number with a range.
struct BoundNumber {
    void* to;
    bool (*read)(void* to, std::int64_t number);
    const char* expected;
};

/// An object with string members of any name.
struct BoundMap {
    void* to;
    std::string* (*add)(void* to, std::string&& name);
};

struct BoundArray {
    void* to;
    /// Returns the target of the next element.
    Target (*add)(void* to);
    /// Called after the last element, if set.
    void (*end)(void* to) = nullptr;
};

struct BoundObject {
    void* owner;
    /// Called when the object begins; returns the object that has the members.
    void* (*begin)(void* owner);
    const ObjectType* type;
    bool may_be_null = false;
};

/// The destination of a value.
struct Target {
    std::variant<std::string*, bool*, int*, std::int64_t*, std::uint32_t*, std::uint64_t*, double*,
                 std::optional<std::string>*, std::optional<std::uint32_t>*,
                 std::optional<std::int64_t>*, BoundWord, BoundNumber, BoundMap, BoundArray,
                 BoundObject>
        to;
};

/// How a member is read, and how it is written: `write` returns nothing when the member is left
/// out.
struct Access {
    Target (*target)(void* object);
    std::optional<Json> (*write)(const void* object);
};

struct Member {
    std::string_view name;
    Access access;
    /// Whether the member may be missing, because older reports do not have it.
    bool may_be_missing = false;
};

/// All members of an object, in any order; each has to occur exactly once, unless it may be
/// missing.
struct ObjectType {
    std::span<const Member> members;
};

/// The object's members as JSON, in the order of the table.
Json write_json(const ObjectType& type, const void* object);

namespace binding {

template <auto>
struct MemberPointer;
template <typename Class, typename T, T Class::*pointer>
struct MemberPointer<pointer> {
    using Object = Class;
    using Value = T;
    static T& of(void* object) { return static_cast<Class*>(object)->*pointer; }
    static const T& of(const void* object) { return static_cast<const Class*>(object)->*pointer; }
};

inline void* itself(void* object) {
    return object;
}

/// A value as JSON; null for an empty optional.
template <typename T>
Json json_of(const T& value) {
    return value;
}
template <typename T>
Json json_of(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

/// The access with the type's functions `target` and `write`.
template <typename Functions>
inline constexpr Access access{Functions::target, Functions::write};

template <auto pointer>
struct Value {
    static Target target(void* of) { return {&MemberPointer<pointer>::of(of)}; }
    static std::optional<Json> write(const void* of) {
        return json_of(MemberPointer<pointer>::of(of));
    }
};
/// A member with a plain value.
template <auto pointer>
inline constexpr Access value = access<Value<pointer>>;

/// A value that older reports lack; a default value is not written.
template <auto pointer>
struct AddedValue : Value<pointer> {
    static std::optional<Json> write(const void* of) {
        const auto& written = MemberPointer<pointer>::of(of);
        return written == typename MemberPointer<pointer>::Value() ? std::nullopt
                                                                   : std::optional(Json(written));
    }
};

template <auto pointer, const ObjectType& type>
struct Object {
    static Target target(void* of) {
        return {BoundObject{&MemberPointer<pointer>::of(of), itself, &type}};
    }
    static std::optional<Json> write(const void* of) {
        return write_json(type, &MemberPointer<pointer>::of(of));
    }
};
/// A member that is an object.
template <auto pointer, const ObjectType& type>
inline constexpr Access object = access<Object<pointer, type>>;

/// Creates the object of an empty optional.
template <auto pointer>
void* emplace(void* optional) {
    return &static_cast<typename MemberPointer<pointer>::Value*>(optional)->emplace();
}

template <auto pointer, const ObjectType& type>
struct NewObject {
    static Target target(void* of) {
        return {BoundObject{&MemberPointer<pointer>::of(of), emplace<pointer>, &type, true}};
    }
    static std::optional<Json> write(const void* of) {
        const auto& optional = MemberPointer<pointer>::of(of);
        return optional ? write_json(type, &*optional) : Json(nullptr);
    }
};
/// A member that is an object or null.
template <auto pointer, const ObjectType& type>
inline constexpr Access new_object = access<NewObject<pointer, type>>;

template <auto pointer, const ObjectType& type>
struct AddedObject {
    static Target target(void* of) {
        return {BoundObject{&MemberPointer<pointer>::of(of), emplace<pointer>, &type}};
    }
    static std::optional<Json> write(const void* of) {
        const auto& optional = MemberPointer<pointer>::of(of);
        return optional ? std::optional(write_json(type, &*optional)) : std::nullopt;
    }
};
/// An object that older reports lack; it is never null.
template <auto pointer, const ObjectType& type>
inline constexpr Access added_object = access<AddedObject<pointer, type>>;

template <const ObjectType& type>
struct Group {
    static Target target(void* of) { return {BoundObject{of, itself, &type}}; }
    static std::optional<Json> write(const void* of) { return write_json(type, of); }
};
/// Members that the text groups in an object and the type does not.
template <const ObjectType& type>
inline constexpr Access group = access<Group<type>>;

template <auto pointer, const ObjectType& type>
struct Objects {
    using Vector = typename MemberPointer<pointer>::Value;
    static Target target(void* of) { return {BoundArray{&MemberPointer<pointer>::of(of), next}}; }
    static Target next(void* to) {
        return {BoundObject{&static_cast<Vector*>(to)->emplace_back(), itself, &type}};
    }
    static std::optional<Json> write(const void* of) {
        const auto& elements = MemberPointer<pointer>::of(of);
        Json::array_t array;
        array.reserve(elements.size());
        for (const auto& element : elements) {
            array.push_back(write_json(type, &element));
        }
        return Json(std::move(array));
    }
};
/// An array of objects.
template <auto pointer, const ObjectType& type>
inline constexpr Access objects = access<Objects<pointer, type>>;

template <auto pointer>
struct Strings {
    using Vector = typename MemberPointer<pointer>::Value;
    static Target target(void* of) { return {BoundArray{&MemberPointer<pointer>::of(of), next}}; }
    static Target next(void* to) { return {&static_cast<Vector*>(to)->emplace_back()}; }
    static std::optional<Json> write(const void* of) {
        return Json(MemberPointer<pointer>::of(of));
    }
};
/// An array of strings.
template <auto pointer>
inline constexpr Access strings = access<Strings<pointer>>;

template <auto pointer>
struct Map {
    using Vector = typename MemberPointer<pointer>::Value;
    static Target target(void* of) { return {BoundMap{&MemberPointer<pointer>::of(of), add}}; }
    static std::string* add(void* to, std::string&& name) {
        auto& entry = static_cast<Vector*>(to)->emplace_back();
        entry.name = std::move(name);
        return &entry.value;
    }
    static std::optional<Json> write(const void* of) {
        Json object = Json::object();
        for (const auto& entry : MemberPointer<pointer>::of(of)) {
            object[entry.name] = entry.value;
        }
        return object;
    }
};
/// An object of strings in the form of an array of {name, value}.
template <auto pointer>
inline constexpr Access map = access<Map<pointer>>;

/// The same, for a member that older reports lack; an empty one is not written.
template <auto pointer>
struct AddedMap : Map<pointer> {
    static std::optional<Json> write(const void* of) {
        return MemberPointer<pointer>::of(of).empty() ? std::nullopt : Map<pointer>::write(of);
    }
};

/// A string that follows from other members: it is not kept, and `text` writes it.
template <std::optional<Json> (*text)(const void*)>
struct DerivedText {
    static Target target(void* of) {
        return {BoundWord{of, [](void*, std::string_view) { return true; }, "a string"}};
    }
    static std::optional<Json> write(const void* of) { return text(of); }
};

/// A count that follows from other members.
template <std::optional<Json> (*count)(const void*)>
struct DerivedCount {
    static Target target(void* of) {
        return {BoundNumber{of, [](void*, std::int64_t number) { return number >= 0; }, "a count"}};
    }
    static std::optional<Json> write(const void* of) { return count(of); }
};

}  // namespace binding

/// Reads the text into `object`. An InputError calls the text `name`, and names the line and column
/// of the first byte that is not JSON, or the path of the member that does not fit: `report.json:
/// rows[3].verdict: expected ...`. Beyond the object, memory is needed only for the longest string.
void read_json(std::string_view text, const std::string& name, const ObjectType& type,
               void* object);
/// The same, from parsed JSON.
void read_json(const Json& json, const std::string& name, const ObjectType& type, void* object);

}  // namespace conformance
