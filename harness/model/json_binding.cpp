#include "model/json_binding.hpp"

#include <limits>
#include <type_traits>
#include <utility>

#include "base/json.hpp"

namespace conformance {

namespace {

/// The object, map or array that is being read, and the position in it.
struct Frame {
    Target target;
    void* object = nullptr;
    /// A bit for each member that has been read.
    std::uint64_t read = 0;
    /// The member in progress, or the number of elements.
    std::size_t position = 0;
    std::string key;
};

/// Takes the events of nlohmann's parser.
class Reader {
public:
    Reader(std::string_view text, const std::string& name, const ObjectType& type, void* object)
        : text_(text), name_(name) {
        next_ = Target{BoundObject{object, binding::itself, &type}};
    }

    bool null() {
        auto target = take();
        return std::visit(
            [&](auto& to) {
                using To = std::decay_t<decltype(to)>;
                if constexpr (std::is_same_v<To, BoundObject> || std::is_same_v<To, BoundWord>) {
                    return to.may_be_null || fail(expected(to));
                } else if constexpr (is_optional<To>) {
                    to->reset();
                    return true;
                } else {
                    return fail(expected(to));
                }
            },
            target.to);
    }

    bool boolean(bool value) {
        auto target = take();
        auto* const* to = std::get_if<bool*>(&target.to);
        if (to == nullptr) {
            return mistaken(target);
        }
        **to = value;
        return true;
    }

    bool number_integer(std::int64_t value) { return whole_number(take(), value); }
    bool number_unsigned(std::uint64_t value) {
        auto target = take();
        if (auto* const* to = std::get_if<std::uint64_t*>(&target.to)) {
            **to = value;
            return true;
        }
        if (value > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
            return mistaken(target);
        }
        return whole_number(target, static_cast<std::int64_t>(value));
    }

    bool number_float(double value, const std::string&) {
        auto target = take();
        auto* const* to = std::get_if<double*>(&target.to);
        if (to == nullptr) {
            return mistaken(target);
        }
        **to = value;
        return true;
    }

    bool string(std::string& value) {
        auto target = take();
        if (auto* const* to = std::get_if<std::string*>(&target.to)) {
            **to = std::move(value);
        } else if (auto* const* optional = std::get_if<std::optional<std::string>*>(&target.to)) {
            **optional = std::move(value);
        } else if (const auto* word = std::get_if<BoundWord>(&target.to)) {
            return word->read(word->to, value) || fail(word->expected);
        } else {
            return mistaken(target);
        }
        return true;
    }

    bool binary(const Json::binary_t&) { return fail("JSON"); }

    bool start_object(std::size_t) {
        auto target = take();
        void* object = nullptr;
        if (const auto* bound = std::get_if<BoundObject>(&target.to)) {
            object = bound->begin(bound->owner);
        } else if (!std::holds_alternative<BoundMap>(target.to)) {
            return mistaken(target);
        }
        frames_.push_back({target, object, 0, 0, {}});
        return true;
    }

    bool key(std::string& name) {
        auto& frame = frames_.back();
        if (const auto* map = std::get_if<BoundMap>(&frame.target.to)) {
            frame.key = name;
            next_ = Target{map->add(map->to, std::move(name))};
            return true;
        }
        const auto members = std::get<BoundObject>(frame.target.to).type->members;
        // Most texts have them in the table's order.
        const auto guess = frame.read == 0 ? 0 : frame.position + 1;
        auto index = guess < members.size() && members[guess].name == name ? guess : 0;
        while (index < members.size() && members[index].name != name) {
            ++index;
        }
        if (index == members.size()) {
            return fail_in_object("no member \"" + name + "\"");
        }
        frame.position = index;
        const auto bit = std::uint64_t{1} << index;
        if ((frame.read & bit) != 0) {
            return fail("the member once");
        }
        frame.read |= bit;
        next_ = members[index].access.target(frame.object);
        return true;
    }

    bool end_object() {
        const auto& frame = frames_.back();
        if (const auto* object = std::get_if<BoundObject>(&frame.target.to)) {
            const auto members = object->type->members;
            for (std::size_t i = 0; i < members.size(); ++i) {
                if ((frame.read & (std::uint64_t{1} << i)) == 0 && !members[i].may_be_missing) {
                    return fail_in_object("the member \"" + std::string(members[i].name) + "\"");
                }
            }
        }
        frames_.pop_back();
        return true;
    }

    bool start_array(std::size_t) {
        auto target = take();
        if (!std::holds_alternative<BoundArray>(target.to)) {
            return mistaken(target);
        }
        frames_.push_back({target, nullptr, 0, 0, {}});
        return true;
    }

    bool end_array() {
        const auto& array = std::get<BoundArray>(frames_.back().target.to);
        if (array.end != nullptr) {
            array.end(array.to);
        }
        frames_.pop_back();
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) {
        constexpr int number_out_of_range = 406;
        throw InputError(
            name_ + ": " + place_in(text_, position) + ": expected " +
            (error.id == number_out_of_range ? "a number that a double can hold" : "JSON"));
    }

private:
    template <typename To>
    static constexpr bool is_optional = std::is_same_v<To, std::optional<std::string>*> ||
                                        std::is_same_v<To, std::optional<std::uint32_t>*> ||
                                        std::is_same_v<To, std::optional<std::int64_t>*>;

    template <typename To>
    static std::string expected(const To& to) {
        if constexpr (std::is_same_v<To, BoundWord> || std::is_same_v<To, BoundNumber>) {
            return to.expected;
        } else if constexpr (std::is_same_v<To, BoundArray>) {
            return "an array";
        } else if constexpr (std::is_same_v<To, BoundObject> || std::is_same_v<To, BoundMap>) {
            return "an object";
        } else if constexpr (std::is_same_v<To, std::string*>) {
            return "a string";
        } else if constexpr (std::is_same_v<To, std::optional<std::string>*>) {
            return "a string or null";
        } else if constexpr (std::is_same_v<To, bool*>) {
            return "true or false";
        } else if constexpr (std::is_same_v<To, double*>) {
            return "a number";
        } else if constexpr (is_optional<To>) {
            return "a whole number of its range, or null";
        } else {
            return "a whole number of its range";
        }
    }

    bool mistaken(const Target& target) {
        return fail(std::visit([](const auto& to) { return expected(to); }, target.to));
    }

    /// Where the value goes that comes now.
    Target take() {
        if (!frames_.empty()) {
            auto& frame = frames_.back();
            if (const auto* array = std::get_if<BoundArray>(&frame.target.to)) {
                ++frame.position;
                return array->add(array->to);
            }
        }
        return next_;
    }

    bool whole_number(Target target, std::int64_t value) {
        return std::visit(
            [&](auto& to) {
                using To = std::decay_t<decltype(to)>;
                if constexpr (std::is_same_v<To, BoundNumber>) {
                    return to.read(to.to, value) || fail(to.expected);
                } else if constexpr (std::is_same_v<To, double*>) {
                    *to = static_cast<double>(value);
                    return true;
                } else if constexpr (std::is_same_v<To, std::optional<std::uint32_t>*>) {
                    return std::in_range<std::uint32_t>(value)
                               ? (*to = static_cast<std::uint32_t>(value), true)
                               : fail(expected(to));
                } else if constexpr (std::is_same_v<To, std::optional<std::int64_t>*>) {
                    *to = value;
                    return true;
                } else if constexpr (std::is_pointer_v<To> && !std::is_same_v<To, bool*>) {
                    using Number = std::remove_pointer_t<To>;
                    if constexpr (std::is_integral_v<Number>) {
                        return std::in_range<Number>(value)
                                   ? (*to = static_cast<Number>(value), true)
                                   : fail(expected(to));
                    } else {
                        return fail(expected(to));
                    }
                } else {
                    return fail(expected(to));
                }
            },
            target.to);
    }

    /// The path through the first frames: "rows[3].verdict".
    std::string path(std::size_t frames) const {
        std::string path;
        for (std::size_t i = 0; i < frames; ++i) {
            const auto& frame = frames_[i];
            if (std::holds_alternative<BoundArray>(frame.target.to)) {
                path += "[" + std::to_string(frame.position - 1) + "]";
                continue;
            }
            const auto* object = std::get_if<BoundObject>(&frame.target.to);
            path += path.empty() ? "" : ".";
            path += object != nullptr ? std::string(object->type->members[frame.position].name)
                                      : frame.key;
        }
        return path;
    }

    [[noreturn]] void refuse(const std::string& where, const std::string& what) {
        throw InputError(name_ + ": " + (where.empty() ? "" : where + ": ") + "expected " + what);
    }
    /// Refuses the value that has come.
    [[noreturn]] bool fail(const std::string& what) { refuse(path(frames_.size()), what); }
    /// Refuses the object in progress.
    [[noreturn]] bool fail_in_object(const std::string& what) {
        refuse(path(frames_.size() - 1), what);
    }

    std::string_view text_;
    const std::string& name_;
    std::vector<Frame> frames_;
    Target next_{static_cast<bool*>(nullptr)};
};

}  // namespace

void read_json(std::string_view text, const std::string& name, const ObjectType& type,
               void* object) {
    Reader reader(text, name, type, object);
    Json::sax_parse(text.begin(), text.end(), &reader);
}

void read_json(const Json& json, const std::string& name, const ObjectType& type, void* object) {
    read_json(std::string_view(json.dump()), name, type, object);
}

Json write_json(const ObjectType& type, const void* object) {
    // Not through operator[], which looks for each name, nor growing, which copies all names.
    Json::object_t members;
    members.reserve(type.members.size());
    for (const auto& member : type.members) {
        if (auto written = member.access.write(object)) {
            members.emplace_back(member.name, std::move(*written));
        }
    }
    return members;
}

}  // namespace conformance
