package cn.citybrain.parking.onboarding.masterdata.page;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.account.KnownAccounts;
import cn.citybrain.parking.onboarding.masterdata.MasterData;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.list.CompanyList;
import cn.citybrain.parking.onboarding.masterdata.list.Ended;
import cn.citybrain.parking.onboarding.masterdata.list.LotRegisterList;
import cn.citybrain.parking.onboarding.masterdata.list.PeopleList;
import cn.citybrain.parking.onboarding.masterdata.list.VendorList;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A city: 500 companies, 50 vendors, 10,000 lots, 2,000 people. How long it takes to keep them all, and what the lists and
 * records answer in over HTTP; on PostgreSQL also how it goes about each statement of a list. {@code mvn -Pbench test} runs it
 * on H2 and on PostgreSQL; printed and written to {@code target/bench/}. Another size: {@code -Dbench.lots=100000}.
 */
@OnboardingTest
class MasterdataBench {

    private static final int VENDORS = 50;
    private static final int LOTS = Integer.getInteger("bench.lots", 10_000);
    private static final int COMPANIES = Math.max(500, LOTS / 20);
    private static final int PEOPLE = LOTS / 5;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;
    private static final double LIMIT = 300;

    /** What a call costs that reads nothing of all this: the measure of the machine. */
    private static final String WHO_AM_I = "../session";

    @LocalServerPort
    int port;

    @Autowired
    Companies companies;

    @Autowired
    VendorCompanies vendors;

    @Autowired
    Lots lots;

    @Autowired
    LotVendors lotVendors;

    @Autowired
    CompanyList companyList;

    @Autowired
    LotRegisterList lotList;

    @Autowired
    VendorList vendorList;

    @Autowired
    PeopleList people;

    @Autowired
    KnownAccounts known;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void measure() throws IOException {
        List<CompanyEntry> owners =
                Stream.generate(MasterData::company).limit(COMPANIES).toList();
        List<VendorEntry> technicians =
                Stream.generate(MasterData::vendor).limit(VENDORS).toList();
        List<LotEntry> places = IntStream.range(0, LOTS)
                .mapToObj(i -> MasterData.lot(owners.get(i % COMPANIES).tenant()))
                .toList();
        StringBuilder text = new StringBuilder("%s: %,d companies, %,d vendors, %,d lots%n"
                .formatted(TestDatabase.onPostgres() ? "PostgreSQL" : "H2", COMPANIES, VENDORS, LOTS));
        text.append(seconds("companies", () -> companies.createAll(owners, "supervisor", "")));
        text.append(seconds("vendors", () -> vendors.createAll(technicians, "supervisor", "")));
        text.append(seconds("check lots", () -> lots.check(places)));
        text.append(seconds("lots", () -> lots.createAll(places, "supervisor", "")));
        text.append(seconds(
                "their vendors",
                () -> lotVendors.chooseAll(
                        IntStream.range(0, LOTS)
                                .mapToObj(i -> new VendorChoice(
                                        places.get(i).code(),
                                        technicians.get(i % VENDORS).group(),
                                        ""))
                                .toList(),
                        "supervisor",
                        "")));
        text.append(seconds("people", this::people));
        Map<String, List<Double>> millis = calls(owners.get(321), places.get(7654), technicians.get(32));
        millis.forEach((call, all) -> text.append("  %-36s median %6.1f ms, slowest %6.1f ms%n"
                .formatted(call, all.get(ROUNDS / 2), all.get(ROUNDS - 1))));
        System.out.print(text);
        if (TestDatabase.onPostgres()) {
            text.append(plans(owners.get(321), places.get(7654), technicians.get(32)));
        }
        Path file = Path.of("target/bench/masterdata-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        millis.forEach(
                (call, all) -> assertThat(all.get(ROUNDS / 2)).as(call + ", ms").isLessThan(LIMIT));
    }

    private static String seconds(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        return "  %-36s %6.1f s%n".formatted(what, (System.nanoTime() - start) / 1e9);
    }

    /** As many rows as people's accounts have, without the engine's users: they are searched by it all the same. */
    private void people() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String run = "mb" + Long.toString(System.nanoTime(), 36);
        List<Object[]> users = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Object[] {run + i, 1, "测" + i, "人员", run + i + "@people.example"})
                .toList();
        jdbc.batchUpdate("INSERT INTO act_id_user (id_, rev_, first_, last_, email_) VALUES (?, ?, ?, ?, ?)", users);
        jdbc.batchUpdate(
                "INSERT INTO account (user_id, id_key, state, created_at, version) VALUES (?, ?, 'ACTIVE', ?, 1)",
                users.stream()
                        .map(user -> new Object[] {user[0], user[0].toString().toLowerCase(Locale.ROOT), now})
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO account_group (user_id, group_id) VALUES (?, 'lot-operator')",
                users.stream().map(user -> new Object[] {user[0]}).toList());
    }

    private String plans(CompanyEntry company, LotEntry lot, VendorEntry vendor) {
        jdbc.execute("ANALYZE");
        Map<String, Runnable> searches = new LinkedHashMap<>();
        searches.put("companies, all", () -> companyList.find(new Wanted("", 1, 20), Ended.ALL));
        searches.put("companies by name", () -> companyList.find(new Wanted(company.name(), 1, 20), Ended.ALL));
        searches.put("lots, all", () -> lotList.find(new Wanted("", 1, 20), Ended.ALL));
        searches.put("lots, last page", () -> lotList.find(new Wanted("", LOTS / 20, 20), Ended.ALL));
        searches.put("lots by name", () -> lotList.find(new Wanted(lot.name(), 1, 20), Ended.ALL));
        searches.put("lots by vendor", () -> lotList.find(new Wanted(vendor.name(), 1, 20), Ended.ALL));
        searches.put("lots by what all have", () -> lotList.find(new Wanted("停车", 1, 20), Ended.ALL));
        searches.put("vendors, all", () -> vendorList.find(new Wanted("", 1, 20), Ended.ALL));
        searches.put("people, all", () -> people.find(new Wanted("", 1, 20), known.companies(), Optional.empty()));
        searches.put(
                "people by mail",
                () -> people.find(new Wanted("people.example", 1, 20), known.companies(), Optional.empty()));
        searches.put("people for a file", () -> people.ids("车场方", known.companies(), Optional.empty()));
        StringBuilder text = new StringBuilder("\n");
        searches.forEach((name, search) -> RunStatements.of(search).forEach(statement -> text.append("== ")
                .append(name)
                .append("\n")
                .append(statement.sql())
                .append("\n")
                .append(statement.plan(jdbc))
                .append("\n\n")));
        return text.toString();
    }

    /** In milliseconds, sorted. */
    private Map<String, List<Double>> calls(CompanyEntry company, LotEntry lot, VendorEntry vendor) {
        Browser browser = Browser.of(port, "supervisor");
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        for (String call : List.of(
                WHO_AM_I,
                "companies",
                "companies?page=25",
                "companies?q=" + encode(company.name()),
                "companies?q=" + company.uscc(),
                "companies/" + company.tenant(),
                "companies/" + company.tenant() + "/obstacles",
                "companies/" + company.tenant() + "/changes",
                "lots",
                "lots?page=500",
                "lots?q=" + encode(lot.name()),
                "lots?q=" + lot.code(),
                "lots?q=" + company.uscc(),
                "lots?q=" + encode(vendor.name()),
                "lots?state=ENDED",
                "lots/" + lot.code(),
                "lots/" + lot.code() + "/changes",
                "vendors",
                "vendors?q=" + encode(vendor.name()),
                "vendors/" + vendor.group(),
                "vendors/" + vendor.group() + "/obstacles",
                "choices",
                "../people",
                "../people?q=" + encode("车场方"),
                "../people?q=people.example",
                "export/people?format=csv&q=people.example")) {
            List<Double> all = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                long start = System.nanoTime();
                assertThat(browser.get(WHO_AM_I.equals(call) ? "/api/session" : "/api/masterdata/" + call)
                                .statusCode())
                        .as(call)
                        .isEqualTo(200);
                if (round >= WARM_UP) {
                    all.add((System.nanoTime() - start) / 1e6);
                }
            }
            millis.put(
                    named(call) + (millis.containsKey(named(call)) ? " (" + millis.size() + ")" : ""),
                    all.stream().sorted().toList());
        }
        return millis;
    }

    /** Without what is another with every run. */
    private static String named(String call) {
        return WHO_AM_I.equals(call) ? "who am I" : call.replaceAll("(?<=[/=])[^/=?&]{10,}", "…");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
