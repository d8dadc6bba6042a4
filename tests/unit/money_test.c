#include <frontdesk/mem.h>
#include <frontdesk/money.h>

#include "../tap.h"

int
main(void)
{
	static const struct {
		const char *text;
		money_cents want;
	} good[] = {{"95", 9500}, {"95.5", 9550}, {"95,50", 9550}, {"95.05", 9505}, {"0", 0},
	    {"0.01", 1}, {"007", 700}, {"$95.00", 9500}, {"$ 95", 9500}, {"€ 95", 9500},
	    {"€95,50", 9550}, {"95 €", 9500}, {"95€", 9500}, {"£3", 300}, {"¥3", 300},
	    {"-3.50", -350}, {"-$3.50", -350}, {"$-3.50", -350}, {"  95  ", 9500},
	    {"999999999999.99", 99999999999999}};
	static const char *const bad[] = {"", " ", "-", "$", ".", "95.", "95,", ".5", "95.555",
	    "1,200.00", "1.200,00", "1 200", "95x", "x95", "95 EUR", "$95€", "$$95", "--3", "+3",
	    "9e3", "0x10", "NaN", "1000000000000", "95.5.5"};
	static const struct {
		money_cents amount;
		const char *want;
	} texts[] = {{9500, "95.00"}, {-350, "-3.50"}, {0, "0.00"}, {5, "0.05"}, {-5, "-0.05"},
	    {9550, "95.50"}, {INT64_MAX, "92233720368547758.07"},
	    {INT64_MIN, "-92233720368547758.08"}};
	char buf[MONEY_SIZE];
	int differ = 0;

	for (size_t i = 0; i < array_size(good); i++) {
		money_cents got = -1;

		ok(money_parse(good[i].text, &got), "\"%s\" is an amount", good[i].text);
		is_int(got, good[i].want, "\"%s\" in cents", good[i].text);
	}
	for (size_t i = 0; i < array_size(bad); i++) {
		money_cents got = 7;

		ok(!money_parse(bad[i], &got) && got == 7, "\"%s\" is no amount", bad[i]);
	}
	for (size_t i = 0; i < array_size(texts); i++)
		is_str(money_text(texts[i].amount, buf), texts[i].want, "%s", texts[i].want);
	for (money_cents c = -100000; c <= 100000; c++) {
		money_cents back;

		differ += !money_parse(money_text(c, buf), &back) || back != c;
	}
	is_str(money_currency("America/Chicago"), "USD", "dollars in America");
	is_str(money_currency("America/Toronto"), "CAD", "of Canada, too");
	is_str(money_currency("Europe/London"), "GBP", "pounds");
	is_str(money_currency("Europe/Londonderry"), "EUR", "a zone is no beginning of another");
	is_str(money_currency("Europe/Berlin"), "EUR", "euros");
	is_int(differ, 0, "every amount is read as it is written");
	return done();
}
