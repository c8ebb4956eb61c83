package cn.citybrain.parking.onboarding.application.account;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list behind 收款账户, over HTTP. */
@OnboardingTest
class AccountsTest {

    private static final int LOTS = 7;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationStages stages;

    @Autowired
    ApplicationLife life;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private String unstarted;
    private String filling;
    private String running;
    private String live;
    private String over;

    @BeforeEach
    void oneOfEach() {
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < LOTS; i++) {
            codes.add(lots.add("AC" + unique + i, "账户" + unique + "号" + i, "文三路 1 号", 10, hubin)
                    .code());
        }
        unstarted = create(codes);
        filling = create(List.of(codes.get(0)));
        stages.started(filling);
        running = create(List.of(codes.get(1)));
        stages.started(running);
        jdbc.sql("UPDATE application SET state = 'SUBMITTED', revision = 2 WHERE no = ?")
                .param(running)
                .update();
        over = create(List.of(codes.get(2)));
        life.discarded(over, "hubin");
        live = create(List.of());
        long account = accounts.open(hubin, "wechatpay", live, "622200" + unique + "1234")
                .id();
        accounts.activate(live, "sub" + unique);
        bindings.bind(live, codes);
        accounts.markLive(account);
        jdbc.sql("UPDATE application SET state = 'TESTING', revision = 2 WHERE no = ?")
                .param(live)
                .update();
    }

    @Test
    void showsWhatTheCompanyHasAndIsAboutToHave() {
        assertThat(numbers("hubin", "")).containsExactly(live, running, filling, unstarted);
        assertThat(numbers("hubin", "&state=DRAFT")).containsExactly(filling, unstarted);
        assertThat(numbers("hubin", "&state=RUNNING")).containsExactly(running);
        assertThat(numbers("hubin", "&state=LIVE")).containsExactly(live);
        assertThat(numbers("hubin", "&state=OVER")).containsExactly(over);
        assertThat(numbers("hubin", "&size=2&page=2")).containsExactly(filling, unstarted);
        assertThat(page("hubin", "&size=2").get("total").asInt()).isEqualTo(4);
    }

    @Test
    void saysAccountLotsAndDates() {
        JsonNode row = row("hubin", live);
        assertThat(row.get("account").asText()).isEqualTo("**** 1234");
        assertThat(row.get("groupText").asText()).isEqualTo("正式接入");
        assertThat(row.get("liveAt").asText()).isNotEmpty();
        assertThat(row.get("intended").asBoolean()).isFalse();
        assertThat(row.at("/lots/total").asInt()).isEqualTo(LOTS);
        assertThat(row.at("/lots/named")).hasSize(5);
        assertThat(row.at("/lots/named/0/bindingId").isNumber()).isTrue();
        JsonNode draft = row("hubin", unstarted);
        assertThat(draft.get("account").isNull()).isTrue();
        assertThat(draft.get("group").asText()).isEqualTo("DRAFT");
        assertThat(draft.get("started").asBoolean()).isFalse();
        assertThat(draft.get("begunAt").asText()).isNotEmpty();
        assertThat(draft.get("intended").asBoolean()).isTrue();
        assertThat(draft.at("/lots/total").asInt()).isEqualTo(LOTS);
    }

    @Test
    void findsByNumberChannelLotAndCompany() {
        assertThat(found("hubin", running)).containsExactly(running);
        assertThat(found("hubin", "账户" + unique + "号1")).containsExactlyInAnyOrder(live, running, unstarted);
        assertThat(page("reviewer", "", "杭州湖滨").get("total").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(page("hubin", "", "招商银行").get("rows"))
                .allSatisfy(row -> assertThat(row.get("channel").asText()).isEqualTo("cmb"));
        for (String sign : List.of("%", "_", "!")) {
            assertThat(found("hubin", unique + sign)).as(sign).isEmpty();
        }
    }

    @Test
    void showsTheOperatingCompanyEverythingButWhatHasNotBegun() {
        for (String user : List.of("reviewer", "supervisor", "auditor")) {
            assertThat(numbers(user, "")).as(user).containsExactly(live, running, filling);
        }
    }

    @Test
    void isNeitherForAnotherCompanyNorForVendorsAndAdministrators() {
        assertThat(numbers("chengxi", "")).isEmpty();
        assertThat(found("chengxi", running)).isEmpty();
        for (String user : List.of("zhilian", "vendor2", "admin")) {
            for (String path : List.of("/api/accounts", "/api/accounts/counts", "/api/accounts/openings")) {
                assertThat(Browser.of(port, user).get(path).statusCode())
                        .as(user + path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void countsWhatItLists() {
        JsonNode counts = Browser.json(Browser.of(port, "hubin").get("/api/accounts/counts"));
        for (String group : List.of("DRAFT", "RUNNING", "LIVE", "OVER")) {
            JsonNode listed = Browser.json(Browser.of(port, "hubin").get("/api/accounts?state=" + group));
            assertThat(counts.path(group).asLong())
                    .as(group)
                    .isEqualTo(listed.get("total").asLong());
        }
        assertThat(Browser.of(port, "hubin").get("/api/accounts?state=NEW").statusCode())
                .isEqualTo(400);
    }

    @Test
    void countsADraftWithoutATaskAsTheOperatorsToDo() {
        JsonNode open =
                Browser.json(Browser.of(port, "hubin").get("/api/turns?applications=" + unstarted + "," + live));
        assertThat(open.path(unstarted)).hasSize(1);
        assertThat(open.path(unstarted).at("/0/text").asText()).isEqualTo("请您继续填写草稿");
        assertThat(open.path(unstarted).at("/0/who").asText()).isEqualTo("车场方");
        assertThat(Browser.json(Browser.of(port, "reviewer").get("/api/turns?applications=" + unstarted)))
                .isEmpty();
        JsonNode count = Browser.json(Browser.of(port, "hubin").get("/api/todos/count"));
        assertThat(count.get("unstarted").asLong()).isPositive();
        assertThat(count.get("open").asLong())
                .isGreaterThanOrEqualTo(count.get("unstarted").asLong());
        assertThat(Browser.json(Browser.of(port, "auditor").get("/api/todos/count"))
                        .get("unstarted")
                        .asLong())
                .isZero();
    }

    private String create(List<String> codes) {
        return drafts.create(Channel.WECHATPAY, "hubin", "hubin", codes, Optional.empty());
    }

    private JsonNode row(String user, String no) {
        for (JsonNode row : page(user, "").get("rows")) {
            if (row.get("no").asText().equals(no)) {
                return row;
            }
        }
        throw new AssertionError(no);
    }

    /** Those of this test, which has lots of its own. */
    private List<String> numbers(String user, String more) {
        return numbers(page(user, more));
    }

    private List<String> found(String user, String text) {
        return numbers(page(user, "", text));
    }

    private static List<String> numbers(JsonNode page) {
        List<String> numbers = new ArrayList<>();
        page.get("rows").forEach(row -> numbers.add(row.get("no").asText()));
        return numbers;
    }

    private JsonNode page(String user, String more) {
        return page(user, more, unique);
    }

    private JsonNode page(String user, String more, String text) {
        return Browser.json(Browser.of(port, user)
                .get("/api/accounts?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + more));
    }
}
