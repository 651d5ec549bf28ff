/* demo_names.c - people, firms, what people say; English and Russian.
 *
 * Nobody is meant: addresses end in the domains of RFC 2606, and phone
 * numbers have an area code that was never given out. */
#include <string.h>

#include "demo.h"

struct name {
	const char *written, *latin;
};

static const struct name english[] = {
	{ "Emma", "emma" },     { "Oliver", "oliver" }, { "Sophie", "sophie" },
	{ "James", "james" },   { "Lucy", "lucy" },     { "Henry", "henry" },
	{ "Grace", "grace" },   { "Daniel", "daniel" }, { "Hannah", "hannah" },
	{ "Thomas", "thomas" }, { "Alice", "alice" },   { "Martin", "martin" },
	{ "Nora", "nora" },     { "Felix", "felix" },   { "Clara", "clara" },
	{ "Jonas", "jonas" },   { "Leah", "leah" },     { "Samuel", "samuel" },
	{ "Ruth", "ruth" },     { "Victor", "victor" }, { "Isabel", "isabel" },
	{ "Adrian", "adrian" }, { "Miriam", "miriam" }, { "Simon", "simon" },
};

static const struct name english_last[] = {
	{ "Clarke", "clarke" },   { "Bennett", "bennett" },
	{ "Fischer", "fischer" }, { "Hughes", "hughes" },
	{ "Walsh", "walsh" },     { "Keller", "keller" },
	{ "Marsh", "marsh" },     { "O'Neill", "oneill" },
	{ "Price", "price" },     { "Sanders", "sanders" },
	{ "Turner", "turner" },   { "Weber", "weber" },
	{ "Young", "young" },     { "Barker", "barker" },
	{ "Cole", "cole" },       { "Dawson", "dawson" },
	{ "Ellis", "ellis" },     { "Frost", "frost" },
	{ "Graham", "graham" },   { "Holt", "holt" },
	{ "Jensen", "jensen" },   { "Lang", "lang" },
	{ "Müller", "mueller" },  { "Nowak", "nowak" },
	{ "Parsons", "parsons" }, { "Reid", "reid" },
	{ "Stone", "stone" },     { "Vogel", "vogel" },
	{ "Abbott", "abbott" },   { "Becker", "becker" },
	{ "Carter", "carter" },   { "Doyle", "doyle" },
	{ "Evans", "evans" },     { "Foster", "foster" },
	{ "Gibson", "gibson" },   { "Harper", "harper" },
	{ "Irving", "irving" },   { "Jordan", "jordan" },
	{ "Kerr", "kerr" },       { "Lloyd", "lloyd" },
	{ "Mason", "mason" },     { "Norris", "norris" },
	{ "Osborne", "osborne" }, { "Palmer", "palmer" },
	{ "Quinn", "quinn" },     { "Richter", "richter" },
	{ "Schulz", "schulz" },   { "Tucker", "tucker" },
	{ "Vaughan", "vaughan" }, { "Wagner", "wagner" },
};

static const struct name men[] = {
	{ "Алексей", "alexey" }, { "Иван", "ivan" },
	{ "Дмитрий", "dmitry" }, { "Сергей", "sergey" },
	{ "Павел", "pavel" },    { "Михаил", "mikhail" },
	{ "Андрей", "andrey" },  { "Николай", "nikolay" },
	{ "Роман", "roman" },    { "Артём", "artem" },
	{ "Тимур", "timur" },    { "Глеб", "gleb" },
};

static const struct name women[] = {
	{ "Анна", "anna" },       { "Мария", "maria" },
	{ "Елена", "elena" },     { "Ольга", "olga" },
	{ "Наталья", "natalia" }, { "Татьяна", "tatiana" },
	{ "Ирина", "irina" },     { "Дарья", "daria" },
	{ "Юлия", "julia" },      { "Алия", "aliya" },
	{ "Вера", "vera" },       { "Ксения", "ksenia" },
};

/* A woman's is the same with an "а" at the end. */
static const struct name russian_last[] = {
	{ "Смирнов", "smirnov" },
	{ "Кузнецов", "kuznetsov" },
	{ "Попов", "popov" },
	{ "Соколов", "sokolov" },
	{ "Лебедев", "lebedev" },
	{ "Новиков", "novikov" },
	{ "Морозов", "morozov" },
	{ "Волков", "volkov" },
	{ "Зайцев", "zaytsev" },
	{ "Павлов", "pavlov" },
	{ "Семёнов", "semenov" },
	{ "Голубев", "golubev" },
	{ "Виноградов", "vinogradov" },
	{ "Богданов", "bogdanov" },
	{ "Воробьёв", "vorobyov" },
	{ "Фёдоров", "fyodorov" },
	{ "Беляев", "belyaev" },
	{ "Тарасов", "tarasov" },
	{ "Комаров", "komarov" },
	{ "Орлов", "orlov" },
	{ "Киселёв", "kiselyov" },
	{ "Макаров", "makarov" },
	{ "Хакимов", "khakimov" },
	{ "Сафин", "safin" },
	{ "Абрамов", "abramov" },
	{ "Баранов", "baranov" },
	{ "Власов", "vlasov" },
	{ "Громов", "gromov" },
	{ "Данилов", "danilov" },
	{ "Егоров", "egorov" },
	{ "Жуков", "zhukov" },
	{ "Захаров", "zakharov" },
	{ "Ильин", "ilyin" },
	{ "Калинин", "kalinin" },
	{ "Ларин", "larin" },
	{ "Медведев", "medvedev" },
	{ "Никитин", "nikitin" },
	{ "Осипов", "osipov" },
	{ "Поляков", "polyakov" },
	{ "Рябов", "ryabov" },
	{ "Суханов", "sukhanov" },
	{ "Титов", "titov" },
	{ "Ушаков", "ushakov" },
	{ "Филатов", "filatov" },
	{ "Чернов", "chernov" },
	{ "Шубин", "shubin" },
	{ "Юдин", "yudin" },
	{ "Яковлев", "yakovlev" },
};

static const char *const firm_begin[] = {
	"Alder",     "Amber",     "Beacon",   "Birch",      "Blue River",
	"Bright",    "Canal",     "Cedar",    "Clearwater", "Cobalt",
	"Copper",    "Crown",     "Delta",    "Eastgate",   "Elm Street",
	"Falcon",    "Fernhill",  "Granite",  "Harbour",    "Heron",
	"Highfield", "Ivory",     "Juniper",  "Kestrel",    "Lantern",
	"Linden",    "Maple",     "Meridian", "Mill Lane",  "Northgate",
	"Oakwood",   "Orchard",   "Pioneer",  "Quarry",     "Redwood",
	"Riverside", "Saffron",   "Silver",   "Summit",     "Tideway",
	"Union",     "Westfield", "Willow",   "Yew Tree",
};

static const char *const firm_end[] = {
	"Bakery",  "Builders",    "Catering",  "Clinics",  "Dental",
	"Design",  "Engineering", "Fabrics",   "Farms",    "Foods",
	"Freight", "Furniture",   "Garages",   "Glass",    "Hotels",
	"Joinery", "Labs",        "Logistics", "Machines", "Media",
	"Optics",  "Packaging",   "Paper",     "Pharmacy", "Printing",
	"Roofing", "School",      "Studios",   "Textiles", "Tools",
};

static const char *const russian_begin[] = {
	"Альфа",  "Балтика",    "Берег",    "Вектор", "Весна",  "Волга",
	"Восход", "Гранит",     "Заря",     "Кедр",   "Контур", "Лада",
	"Лидер",  "Магистраль", "Меридиан", "Мост",   "Нева",   "Парус",
	"Полюс",  "Прогресс",   "Радуга",   "Ритм",   "Родник", "Север",
	"Сокол",  "Спектр",     "Старт",    "Урал",   "Форум",  "Эталон",
	"Ангара", "Байкал",     "Горизонт", "Дельта", "Енисей", "Искра",
	"Каскад", "Лотос",      "Маяк",     "Олимп",  "Пламя",  "Радар",
	"Стрела", "Факел",
};

static const char *const russian_end[] = {
	"Авто",   "Агро",    "Дизайн", "Инжиниринг", "Логистика", "Мебель",
	"Медиа",  "Мед",     "Оптика", "Печать",     "Пласт",     "Проект",
	"Ремонт", "Сервис",  "Строй",  "Текстиль",   "Трейд",     "Фарм",
	"Фуд",    "Электро", "Бетон",  "Дом",        "Климат",    "Лес",
	"Металл", "Пак",     "Стекло", "Тепло",      "Транс",     "Хлеб",
};

/* With these, each pair of words names eight firms. */
static const char *const firm_form[] = { "%s %s",       "%s %s Ltd",
					 "%s %s Group", "%s %s & Sons",
					 "%s %s Co.",   "%s %s Partners",
					 "%s %s North", "%s %s International" };
static const char *const russian_form[] = { "ООО «%s-%s»", "АО «%s-%s»",
					    "ГК «%s-%s»",  "ТД «%s-%s»",
					    "НПО «%s-%s»", "ПКФ «%s-%s»",
					    "ТК «%s-%s»",  "ООО «%s-%s Юг»" };

static const char *any(struct demo_random *r, const char *const *list, size_t n)
{
	return list[demo_between(r, 0, (int64_t)n - 1)];
}

static struct name any_name(struct demo_random *r, const struct name *list,
			    size_t n)
{
	return list[demo_between(r, 0, (int64_t)n - 1)];
}

#define ANY(r, list)      any((r), (list), COUNT(list))
#define ANY_NAME(r, list) any_name((r), (list), COUNT(list))

/* First and last name, and the same as an address. */
static struct name full_name(struct arena *a, struct demo_random *r,
			     bool russian)
{
	bool woman = russian && demo_chance(r, 0.5);
	struct name first = !russian ? ANY_NAME(r, english)
			    : woman  ? ANY_NAME(r, women)
				     : ANY_NAME(r, men);
	struct name last =
		russian ? ANY_NAME(r, russian_last) : ANY_NAME(r, english_last);
	const char *end = woman ? "а" : "", *latin_end = woman ? "a" : "";

	return (struct name){
		arena_printf(a, "%s %s%s", first.written, last.written, end),
		arena_printf(a, "%s.%s%s", first.latin, last.latin, latin_end),
	};
}

const char *demo_colleague(struct arena *a, struct demo_random *r, bool russian)
{
	return full_name(a, r, russian).written;
}

/* A form of words with two of them put in. */
static const char *compose(struct arena *a, const char *form, const char *one,
			   const char *two)
{
	const char *first = strstr(form, "%s"),
		   *second = strstr(first + 2, "%s");

	return arena_printf(a, "%.*s%s%.*s%s%s", (int)(first - form), form, one,
			    (int)(second - first - 2), first + 2, two,
			    second + 2);
}

/* Every number gives another name, and near ones far names. */
static const char *firm(struct arena *a, int64_t number, bool russian)
{
	const size_t begins =
		russian ? COUNT(russian_begin) : COUNT(firm_begin);
	const size_t ends = russian ? COUNT(russian_end) : COUNT(firm_end);
	const size_t n = (size_t)number, pairs = begins * ends;
	const size_t pair = n * 7919 % pairs, form = (n / pairs + n) % 8;

	if (russian)
		return compose(a, russian_form[form],
			       russian_begin[pair % begins],
			       russian_end[pair / begins]);
	return compose(a, firm_form[form], firm_begin[pair % begins],
		       firm_end[pair / begins]);
}

struct demo_contact demo_contact(struct arena *a, struct demo_random *r,
				 int64_t number, bool russian, const char *code)
{
	static const char *const domains[] = { "example.com", "example.org",
					       "example.net" };
	struct name name = full_name(a, r, russian);

	return (struct demo_contact){
		.name = name.written,
		.firm = demo_chance(r, 0.8) ? firm(a, number, russian) : "",
		.email = arena_printf(a, "%s.%lld@%s", name.latin,
				      (long long)number, ANY(r, domains)),
		.phone = arena_printf(a, "%s 000 %03lld-%02lld-%02lld", code,
				      (long long)(number / 10000),
				      (long long)(number / 100 % 100),
				      (long long)(number % 100)),
		.russian = russian,
	};
}

/* ---- what people say ---------------------------------------------------- */

static const char *const said[DEMO_KINDS][2][5] = {
	[DEMO_HAPPY] = { { "All is well, delivery was a day early.",
			   "Very satisfied with the installation.",
			   "The new model saves them two hours a day.",
			   "Happy; praised the fitter by name.",
			   "Everything works, would order again." },
			 { "Всё хорошо, доставили на день раньше.",
			   "Очень довольны монтажом.",
			   "Новая модель экономит им два часа в день.",
			   "Довольны, отдельно похвалили мастера.",
			   "Всё работает, готовы заказать ещё." } },
	[DEMO_NEUTRAL] = { { "No complaints, no wishes.",
			     "In use since Monday, too early to say.",
			     "Asked to call again next month.",
			     "Fine so far, waiting for the second delivery.",
			     "Short talk, was in a meeting." },
			   { "Жалоб и пожеланий нет.",
			     "Работают с понедельника, судить рано.",
			     "Просили перезвонить через месяц.",
			     "Пока нормально, ждут вторую поставку.",
			     "Говорили коротко, был на совещании." } },
	[DEMO_UNHAPPY] = { { "The delivery was a week late.",
			     "Nobody called back about the invoice.",
			     "The device stops when it gets warm.",
			     "The manual is in the wrong language.",
			     "Expected a lower price for the second order." },
			   { "Доставка опоздала на неделю.",
			     "По счёту никто не перезвонил.",
			     "Прибор отключается при нагреве.",
			     "Инструкция не на том языке.",
			     "Ждали скидку на второй заказ." } },
	[DEMO_MORE] = { { "Wants an offer for two more.",
			  "Opens a second shop, needs a quote.",
			  "Asked for the service contract.",
			  "Interested in the larger model.",
			  "Would like training for new staff." },
			{ "Просят предложение ещё на две штуки.",
			  "Открывают второй магазин, нужен расчёт.",
			  "Спрашивали про договор на обслуживание.",
			  "Интересует модель побольше.",
			  "Хотят обучение для новых сотрудников." } },
	[DEMO_PROBLEM] = { { "Delivered with a broken cover",
			     "Invoice shows the wrong sum",
			     "Late delivery held up their opening",
			     "Does not fit the connection on site",
			     "Second unit is missing" },
			   { "Пришло с разбитой крышкой",
			     "В счёте неверная сумма",
			     "Опоздание сорвало им открытие",
			     "Не подходит к их подключению",
			     "Не хватает второго блока" } },
	[DEMO_CAUSE] = { { "packing", "billing", "carrier", "planning",
			   "warehouse" },
			 { "упаковка", "бухгалтерия", "перевозчик",
			   "проектирование", "склад" } },
	[DEMO_ANY] = { { "See how they are", "Talk about the next order",
			 "Ask for a review", "Show them the new models",
			 "Ask what they plan for next year" },
		       { "Узнать, как дела", "Обсудить следующий заказ",
			 "Попросить отзыв", "Рассказать о новых моделях",
			 "Спросить о планах на год" } },
	[DEMO_BOUGHT] = { { "Ask whether everything works",
			    "Check that the delivery was complete",
			    "Ask whether it came on time",
			    "Ask how they like it",
			    "Ask whether anything is missing" },
			  { "Спросить, всё ли работает",
			    "Проверить, всё ли доставили",
			    "Узнать, вовремя ли доставили",
			    "Спросить, нравится ли",
			    "Узнать, всего ли хватает" } },
	[DEMO_SILENT] = { { "Their next order is late: ask why",
			    "Silent for long: ask what has changed",
			    "Have not ordered for long: call",
			    "Usually order sooner: ask what they need",
			    "Ask whether they buy elsewhere now" },
			  { "Следующий заказ запаздывает: узнать почему",
			    "Давно молчат: узнать, что изменилось",
			    "Давно не заказывали: позвонить",
			    "Обычно заказывают чаще: узнать, что нужно",
			    "Узнать, не покупают ли у других" } },
	[DEMO_TROUBLE] = { { "Ask whether the problem is solved",
			     "Check that it works again",
			     "Say what was done about it",
			     "Ask whether they are content now",
			     "Tell them when it will be put right" },
			   { "Узнать, решена ли проблема",
			     "Проверить, всё ли снова работает",
			     "Рассказать, что сделано",
			     "Узнать, довольны ли теперь",
			     "Сказать, когда всё исправим" } },
	[DEMO_CONTRACT] = { { "The contract ends soon: renew it",
			      "Talk about the new contract",
			      "Offer another year of service",
			      "Ask what the next contract needs",
			      "Agree on the renewal" },
			    { "Скоро конец договора: продлить",
			      "Обсудить новый договор",
			      "Предложить ещё год обслуживания",
			      "Узнать, что нужно в новом договоре",
			      "Согласовать продление" } },
	[DEMO_SOLVED] = { { "Replaced within two days.",
			    "New invoice sent, apologised.",
			    "Gave the carriage back.", "Fitter was on site.",
			    "Sent the missing part." },
			  { "Заменили за два дня.",
			    "Отправили новый счёт и извинились.",
			    "Вернули деньги за доставку.", "Выезжал мастер.",
			    "Дослали недостающее." } },
};

const char *demo_words(struct demo_random *r, enum demo_words kind,
		       bool russian)
{
	return ANY(r, said[kind][russian]);
}
