/* tpl.cc - the door to the template library (Google ctemplate).
 *
 * The library's own dictionary takes three blocks of 32 kB and a global lock
 * for each page, and answers "" for a name that nobody set.  Ours is a flat
 * array in the request's arena behind the same interface. */
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctemplate/template.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <new>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

/* C++ spells it otherwise; only the header below uses it. */
#define _Noreturn [[noreturn]] // NOLINT: C's keyword is free in C++
extern "C" {
#include "log.h"
#include "tpl.h"
}
#undef _Noreturn

using ctemplate::Template;
using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

// NOLINTBEGIN(misc-non-private-member-variables-in-classes): structs as in C

namespace
{

const char PRAGMA[] = "{{%AUTOESCAPE context=\"HTML\"}}";
const char TEXT[] = ".txt.tpl";
const char *const LANGUAGES[] = { "en", "ru" };

/* A name, and eight bytes of it that differ for most other names. */
struct name {
	const char *text;
	size_t length;
	uint64_t mark;

	name(const char *start, size_t bytes)
	    : text(start), length(bytes), mark(mark_of(start, bytes))
	{
	}

	explicit name(const TemplateString &s) : name(s.data(), s.size())
	{
	}

	bool operator==(const name &other) const
	{
		return mark == other.mark && length == other.length &&
		       std::memcmp(text, other.text, length) == 0;
	}

      private:
	static uint64_t mark_of(const char *text, size_t length)
	{
		size_t part = std::min(length, sizeof(uint64_t));
		uint64_t head = 0, tail = 0;

		std::memcpy(&head, text, part);
		std::memcpy(&tail, text + length - part, part);
		return head + 31 * tail + length;
	}
};

/* What one set knows under one name: a value, showings of a section, both. */
struct entry {
	name key;
	const char *value; /* NULL: only a section */
	size_t length;     /* of value, in bytes */
	struct tpl *first, *last;

	bool shown() const
	{
		return first || length > 0;
	}
};

/* The first name that a template asked for in vain. */
struct miss {
	char name[64]; /* "" while nothing is missing */
};

} // namespace

struct tpl final : TemplateDictionaryInterface {
	struct arena *arena;
	struct tpl *parent;
	struct miss *missing;       /* one for the whole page */
	struct tpl *next = nullptr; /* showing of the same section */
	struct entry *entries = nullptr;
	size_t used = 0, size = 0;

	tpl(struct arena *memory, struct tpl *above, struct miss *shared)
	    : arena(memory), parent(above), missing(shared)
	{
	}

	struct entry *own(const name &key) const
	{
		for (size_t i = 0; i < used; i++)
			if (entries[i].key == key)
				return &entries[i];
		return nullptr;
	}

	/* The entry of this name, new if need be. */
	struct entry *make(const char *text)
	{
		name key(text, std::strlen(text));
		struct entry *e = own(key);

		if (e)
			return e;
		if (used == size)
			grow();
		return new (&entries[used++])
			entry{ key, nullptr, 0, nullptr, nullptr };
	}

      private:
	void grow()
	{
		size_t more = size ? 2 * size : 8;
		void *larger = arena_array(arena, more, sizeof(*entries));

		if (used)
			std::memcpy(larger, entries, used * sizeof(*entries));
		entries = static_cast<struct entry *>(larger);
		size = more;
	}

	const struct entry *find_section(const TemplateString &section) const
	{
		name key(section);

		for (const struct tpl *t = this; t; t = t->parent)
			if (const struct entry *e = t->own(key))
				return e;
		return nullptr;
	}

	TemplateString GetValue(const TemplateString &variable) const override
	{
		name key(variable);

		for (const struct tpl *t = this; t; t = t->parent) {
			const struct entry *e = t->own(key);

			if (e && e->value)
				return { e->value, e->length };
		}
		if (!missing->name[0])
			std::snprintf(missing->name, sizeof(missing->name),
				      "%.*s", static_cast<int>(key.length),
				      key.text);
		return { "", 0 };
	}

	bool IsHiddenSection(const TemplateString &section) const override
	{
		const struct entry *e = find_section(section);

		return !e || !e->shown();
	}

	bool IsUnhiddenSection(const TemplateString &section) const override
	{
		return !IsHiddenSection(section);
	}

	/* The library deletes its iterators; ours lie in the arena. */
	struct showings final : Iterator {
		const struct tpl *at;

		explicit showings(const struct tpl *first) : at(first)
		{
		}

		bool HasNext() const override
		{
			return at != nullptr;
		}

		const TemplateDictionaryInterface &Next() override
		{
			const struct tpl *now = at;

			at = at->next;
			return *now;
		}

		static void *operator new(size_t bytes, struct arena *memory)
		{
			return arena_zalloc(memory, bytes);
		}

		// NOLINTNEXTLINE: nothing to give back before the reset
		static void operator delete(void *) noexcept
		{
		}

		static void operator delete(void *, struct arena *) noexcept
		{
		}
	};

	/* An empty iterator makes the library show the section once, with the
	 * values of this set: just what a value asked as a question needs. */
	Iterator *
	CreateSectionIterator(const TemplateString &section) const override
	{
		const struct entry *e = find_section(section);

		return new (arena) showings(e ? e->first : nullptr);
	}

	/* Includes were resolved by the build: the templates hold none. */
	bool IsHiddenTemplate(const TemplateString &) const override
	{
		return true;
	}

	const char *GetIncludeTemplateName(const TemplateString &,
					   int) const override
	{
		return "";
	}

	Iterator *CreateTemplateIterator(const TemplateString &) const override
	{
		return new (arena) showings(nullptr);
	}

	void DumpToString(std::string *, int) const override
	{
	}
};

namespace
{

/* Collects the page in the arena. */
struct paper final : ctemplate::ExpandEmitter {
	struct arena *arena;
	char *text;
	size_t used = 0, size;

	paper(struct arena *memory, size_t bytes)
	    : arena(memory),
	      text(static_cast<char *>(arena_zalloc(memory, bytes))),
	      size(bytes)
	{
	}

	void Emit(const char *s, size_t length) override
	{
		if (size - used <= length)
			grow(length);
		std::memcpy(text + used, s, length);
		used += length;
	}

	void Emit(char c) override
	{
		Emit(&c, 1);
	}

	void Emit(const char *s) override
	{
		Emit(s, std::strlen(s));
	}

	void Emit(const std::string &s) override
	{
		Emit(s.data(), s.size());
	}

      private:
	void grow(size_t length)
	{
		size_t more = 2 * size + length;
		void *larger = arena_zalloc(arena, more);

		std::memcpy(larger, text, used);
		text = static_cast<char *>(larger);
		size = more;
	}
};

struct page {
	std::string language, name;
	std::unique_ptr<Template> parsed;
	size_t room; /* bytes to begin with: as the longest so far needed */
};

std::vector<page> pages; // of the process: loaded once, then only read

/* What the library writes to std::cerr while this lives. */
struct complaints {
	std::ostringstream text;
	std::streambuf *before = std::cerr.rdbuf(text.rdbuf());

	complaints() = default;
	complaints(const complaints &) = delete;
	complaints &operator=(const complaints &) = delete;

	~complaints()
	{
		std::cerr.rdbuf(before);
	}
};

[[noreturn]] void refuse(const std::string &path, const std::string &why)
{
	LOG_ERROR("template=%s refused=\"%s\"", path.c_str(), why.c_str());
	std::exit(EXIT_FAILURE);
}

/* Plain text has no places that a value could break out of. */
bool is_text(const std::string &name)
{
	return name.size() >= sizeof(TEXT) - 1 &&
	       name.compare(name.size() - (sizeof(TEXT) - 1), sizeof(TEXT) - 1,
			    TEXT) == 0;
}

/* name: below the language's folder, in which path leads to the file. */
void load_file(const std::string &language, const std::string &name,
	       const std::filesystem::path &path)
{
	std::ifstream file(path, std::ios::binary);
	std::ostringstream content;
	std::unique_ptr<Template> parsed;
	complaints said;

	if (!file)
		refuse(path, "cannot be read");
	content << file.rdbuf();
	if (is_text(name) && content.str().find(PRAGMA) != std::string::npos)
		refuse(path, "is plain text, but would be escaped");
	if (!is_text(name) &&
	    content.str().compare(0, sizeof(PRAGMA) - 1, PRAGMA) != 0)
		refuse(path, "does not begin with the AUTOESCAPE line");
	parsed.reset(Template::StringToTemplate(content.str(),
						ctemplate::DO_NOT_STRIP));
	if (!parsed || parsed->state() != ctemplate::TS_READY)
		refuse(path, said.text.str());
	pages.push_back({ language, name, std::move(parsed), 4096 });
}

/* Whether a program needs what lies at name: its own pages, and those that lie
 * in no program's folder. */
bool wanted(const std::string &name, const std::string &program)
{
	size_t folder = name.find('/');

	return program.empty() || folder == std::string::npos ||
	       name.compare(0, folder, program) == 0;
}

void load_language(const std::string &dir, const std::string &language,
		   const std::string &program)
{
	std::filesystem::path folder(dir + "/" + language);

	for (const auto &file :
	     std::filesystem::recursive_directory_iterator(folder)) {
		std::string name = file.path().lexically_relative(folder);

		if (file.path().extension() == ".tpl" && wanted(name, program))
			load_file(language, name, file.path());
	}
}

page *find_page(const std::string &language, const std::string &name)
{
	auto p = std::find_if(pages.begin(), pages.end(), [&](const page &one) {
		return one.name == name && one.language == language;
	});

	return p == pages.end() ? nullptr : &*p;
}

/* A page that one language lacks would fail only when somebody asks for it. */
void check_complete(const std::string &dir)
{
	if (pages.empty())
		refuse(dir, "holds no template");
	for (const page &p : pages)
		for (const char *language : LANGUAGES)
			if (!find_page(language, p.name))
				refuse(dir + "/" + language + "/" + p.name,
				       "missing");
}

enum err render(struct tpl *t, page *p, const char **text, size_t *length)
{
	paper out(t->arena, p->room);
	bool whole = p->parsed->Expand(&out, t);

	p->room = std::max(p->room, out.used + out.used / 8);
	*text = out.text;
	*length = out.used;
	if (t->missing->name[0])
		LOG_ERROR("template=%s/%s unknown=%s", p->language.c_str(),
			  p->name.c_str(), t->missing->name);
	else if (!whole)
		LOG_ERROR("template=%s/%s incomplete", p->language.c_str(),
			  p->name.c_str());
	return whole && !t->missing->name[0] ? OK : ERR_BUG;
}

} // namespace

void tpl_load(const char *dir, const char *program)
{
	try {
		pages.clear();
		for (const char *language : LANGUAGES)
			load_language(dir, language, program);
		check_complete(dir);
	} catch (const std::exception &e) {
		refuse(dir, e.what());
	}
}

struct tpl *tpl_new(struct arena *a)
{
	void *missing = arena_zalloc(a, sizeof(struct miss));

	return new (arena_zalloc(a, sizeof(struct tpl)))
		tpl(a, nullptr, static_cast<struct miss *>(missing));
}

void tpl_set(struct tpl *t, const char *key, const char *value)
{
	struct entry *e = t->make(key);

	BUG_IF(!value || e->value);
	e->length = std::strlen(value);
	e->value = arena_strndup(t->arena, value, e->length);
}

struct tpl *tpl_section(struct tpl *t, const char *section)
{
	struct entry *e = t->make(section);
	struct tpl *child = new (arena_zalloc(t->arena, sizeof(*child)))
		tpl(t->arena, t, t->missing);

	if (e->last)
		e->last->next = child;
	else
		e->first = child;
	e->last = child;
	return child;
}

enum err tpl_render(struct tpl *t, const char *language, const char *name,
		    const char **text, size_t *length)
{
	*text = "";
	*length = 0;
	try {
		page *p = find_page(language, name);

		if (p)
			return render(t, p, text, length);
		LOG_ERROR("template=%s/%s missing", language, name);
	} catch (const std::exception &e) {
		LOG_ERROR("template=%s/%s thrown=\"%s\"", language, name,
			  e.what());
	}
	return ERR_BUG;
}

// NOLINTEND(misc-non-private-member-variables-in-classes)
