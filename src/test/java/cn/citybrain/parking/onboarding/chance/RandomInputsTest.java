package cn.citybrain.parking.onboarding.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.route.Subjects;
import cn.citybrain.parking.onboarding.access.route.Visitor;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.parking.CityBrainTest;
import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.Admission;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLot.Answer;
import cn.citybrain.parking.onboarding.parking.TestLots;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever comes in, nothing is an error of ours, nothing leaves a stack trace, and what was acknowledged is there. */
@Tag("chance")
@CityBrainTest
class RandomInputsTest {

    private static final int SERVER_ERROR = 500;

    /** Longer addresses the server cuts off before anybody reads them. */
    private static final int IN_AN_ADDRESS = 200;

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext app;

    @Autowired
    TestLots lots;

    @Autowired
    PaymentDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    ObjectMapper json;

    @Autowired
    Environment environment;

    private final Map<Visitor, Browser> browsers = new EnumMap<>(Visitor.class);
    private Complaints complaints;
    private Subjects subjects;
    private int since;

    @BeforeEach
    void everybodyIsThere() {
        clock.reset();
        when(desk.admit(any(), any())).thenReturn(new Admission.Admitted());
        when(desk.departureInfo(any(), any())).thenReturn(new DepartureInfo(true, true, 5000, ""));
        when(desk.payResult(any())).thenReturn(Optional.empty());
        complaints = Complaints.heard();
    }

    @AfterEach
    void stopListening() {
        complaints.close();
    }

    @Test
    void recordsOfLotsAreKeptOrRefusedInWords() {
        Chance.forAll("records of lots", 60, OddRecord.any(), record -> {
            TestLot lot = lots.connected();
            Answer answer = lot.post(
                    TestLot.path(record.call()), lot.form(lot.write(record.message(lot, "C" + UUID.randomUUID()))));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.code())
                    .as(answer.toString())
                    .isLessThan(SERVER_ERROR + 2)
                    .isNotEqualTo(SERVER_ERROR);
            assertThat(answer.msg()).as("said in Chinese").containsPattern("\\p{IsHan}");
            if (answer.code() == 200 && OddRecord.KEPT.contains(record.call())) {
                assertThat(kept(lot)).as("acknowledged, and in the tables").isEqualTo(1);
            }
            complaints.none();
        });
    }

    @Test
    void whatIsNoMessageAtAllIsRefusedInWords() {
        TestLot lot = lots.connected();
        Chance.forAll("messages of lots", 40, envelopes(lot), form -> {
            Answer answer = lot.post(TestLot.path("uploadCarInData"), form);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(answer.code()).as(answer.toString()).isBetween(400, 499);
            complaints.none();
        });
    }

    @Test
    void callbacksAreKeptOrRefused() {
        Chance.forAll("callbacks", 60, OddCallback.any(), callback -> {
            String address = "/callbacks/" + callback.channel() + callback.path();
            Browser channel = new Browser(port);
            var request = channel.request(address).header("Content-Type", callback.type());
            if (callback.signed()) {
                GatewaySeal.headers(environment, clock, callback, address).forEach(request::header);
            }
            HttpResponse<String> answer = channel.send(request.POST(BodyPublishers.ofByteArray(callback.body())));

            assertThat(answer.statusCode()).as(answer.body()).isLessThan(SERVER_ERROR);
            assertThat(answer.body()).as("not stored").doesNotContain("\"99\"");
            if (callback.signed() && answer.statusCode() == 200) {
                assertThat(noticed(callback))
                        .as("acknowledged, and in the tables")
                        .isPositive();
            }
            complaints.none();
        });
    }

    @Test
    void formsAreAnsweredInWords() {
        Chance.forAll("forms", 80, OddCall.changing(app), call -> {
            HttpResponse<String> answer =
                    browser(call.by()).call(call.route().method(), address(call), written(call.body()));

            answered(answer);
        });
    }

    @Test
    void questionsAreAnsweredInWords() {
        Chance.forAll(
                "questions",
                50,
                OddCall.reading(app),
                call -> answered(browser(call.by()).get(address(call))));
    }

    @Test
    void filesAreTakenOrRefusedInWords() {
        TestDrafts drafts = new TestDrafts(app);
        String no = SampleForm.fill(
                drafts,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                "6222" + System.nanoTime(),
                "hubin");
        drafts.submit(no, "hubin");
        drafts.open(no, "papers");
        Browser operator = browser(Visitor.OPERATOR);
        Gen<OddFile> files = in -> Generate.range(0, 3).generate(in) < 3
                ? OddFile.paper().generate(in)
                : OddFile.register().generate(in);

        Chance.forAll("files", 50, files, file -> {
            boolean register = List.of("companies", "vendors", "lots", "people").contains(file.kind());
            String paper = "/api/applications/" + no + "/documents?field=" + encoded(file.kind());
            HttpResponse<String> answer = register || file.type().startsWith("multipart")
                    ? sent(register ? Visitor.SUPERVISOR : Visitor.OPERATOR, register ? register(file) : paper, file)
                    : operator.upload(paper, file.name(), file.type(), file.content());

            answered(answer);
            if (!register && answer.statusCode() == 201) {
                String id = Browser.json(answer).path("id").asText();
                assertThat(operator.get("/api/documents/" + id).statusCode())
                        .as("acknowledged, and there")
                        .isEqualTo(200);
            }
        });
    }

    private void answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(SERVER_ERROR);
        assertThat(answer.body()).doesNotContain("\tat ").doesNotContain("Exception:");
        complaints.none();
    }

    private static String register(OddFile file) {
        return "/api/masterdata/import/" + file.kind() + "?name=" + encoded(file.name());
    }

    /** Without anything around it. */
    private HttpResponse<String> sent(Visitor by, String address, OddFile file) {
        Browser browser = browser(by);
        return browser.send(browser.request(address)
                .header("Content-Type", file.type())
                .header("Accept", "application/json")
                .header("X-ONBOARDING-XSRF", browser.cookie("ONBOARDING-XSRF").orElseThrow())
                .POST(BodyPublishers.ofByteArray(file.content())));
    }

    private Browser browser(Visitor visitor) {
        return browsers.computeIfAbsent(visitor, one -> one.browser(port));
    }

    /** What it is about is made anew from time to time: some calls use it up. */
    private String address(OddCall call) {
        if (subjects == null || ++since > 40) {
            subjects = new Subjects(app.getBeanFactory());
            since = 0;
        }
        String address = subjects.at(call.path());
        return call.asked().isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + call.asked();
    }

    private String written(Object body) {
        try {
            return body == null ? "{}" : json.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Gen<Map<String, String>> envelopes(TestLot lot) {
        return in -> {
            Map<String, String> form = new LinkedHashMap<>(lot.form(Odd.text().generate(in)));
            for (String field : List.copyOf(form.keySet())) {
                switch (Generate.range(0, 5).generate(in)) {
                    case 0 -> form.remove(field);
                    case 1 -> form.put(field, Odd.text().generate(in));
                    case 2 ->
                        form.computeIfPresent(field, (name, value) -> value.isEmpty() ? null : value.substring(1));
                    default -> form.putIfAbsent("x", Odd.text().generate(in));
                }
            }
            return form;
        };
    }

    private int kept(TestLot lot) {
        return jdbc.sql("SELECT count(*) FROM lot_record WHERE lot_code = ?")
                .param(lot.code)
                .query(Integer.class)
                .single();
    }

    private int noticed(OddCallback callback) {
        return jdbc.sql("SELECT count(*) FROM channel_message WHERE channel = ? AND notice_id = ?")
                .params(callback.channel(), callback.event())
                .query(Integer.class)
                .single();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(IN_AN_ADDRESS, text.length())), StandardCharsets.UTF_8);
    }
}
