package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.task.FormTask;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What board and page say of a lot that its channel refused, and who may say something about it. */
@OnboardingTest
class RefusedLotsTest {

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    TestDrafts drafts;

    @Autowired
    LotBindings bindings;

    @Autowired
    LotRefusals refusals;

    @Autowired
    ApplicationContext app;

    LotBinding lot;
    FormTask theirs;
    FormTask ours;

    @BeforeEach
    void aLotOfHubinThatIsRegistered() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lots.add("R" + unique, "看板" + unique, "文三路 2 号", 10, hubin);
        String no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        accounts.open(hubin, "wechatpay", no, "6222" + unique);
        accounts.activate(no, "sub" + unique);
        lot = bindings.bind(no, List.of("R" + unique)).get(0);
        theirs = task("correct-lot.html").heldBy("hubin");
        ours = task("lot-refused.html").heldBy("reviewer");
    }

    @AfterEach
    void nobodyHasIt() {
        theirs.close();
        ours.close();
    }

    private FormTask task(String form) {
        return FormTask.open(app, form, Map.of("applicationNo", lot.applicationNo(), "bindingId", lot.id()));
    }

    @Test
    void tellWhatWasSaidAndDoneByWhom() {
        refusals.refused(lot.id(), "wechatpay", "缺少经营权证明");
        assertThat(say("hubin", "已补交").statusCode()).isEqualTo(200);
        refusals.add(lot.id(), Kind.ASKED, "lot-operator", "hubin", "");
        assertThat(say("reviewer", "请更正经纬度").statusCode()).isEqualTo(200);
        refusals.add(lot.id(), Kind.RETURNED, "ops-reviewer", "reviewer", "");
        refusals.add(lot.id(), Kind.RESUBMITTED, "lot-operator", "hubin", "");
        assertThat(page("auditor").get("refusal"))
                .extracting(word -> word.get("text").asText())
                .containsExactly("没有同意：缺少经营权证明", "已补交", "请运营公司处理", "请更正经纬度", "请车场方更正", "重新提交渠道");
        assertThat(page("auditor").at("/refusal/1/who").asText()).isEqualTo("车场方（林晓湖）");
    }

    @Test
    void areSpokenOfOnlyByThoseWhoHaveThem() {
        assertThat(say("hubin", "x").statusCode()).as("not refused").isEqualTo(409);
        refusals.refused(lot.id(), "wechatpay", "缺少经营权证明");
        assertThat(say("chengxi", "x").statusCode()).as("of another company").isEqualTo(404);
        assertThat(say("reviewer", "x").statusCode()).as("the operator has it").isEqualTo(403);
        assertThat(say("auditor", "x").statusCode()).isEqualTo(403);
        assertThat(say("hubin", " ").statusCode()).isEqualTo(409);
        refusals.add(lot.id(), Kind.ASKED, "lot-operator", "hubin", "");
        assertThat(say("hubin", "x").statusCode()).as("the reviewer has it").isEqualTo(403);
        HttpResponse<String> colleague = say("reviewer2", "x");
        assertThat(colleague.statusCode()).as("a colleague has its task").isEqualTo(403);
        assertThat(colleague.body()).contains("已由 沈初审 认领，只有认领人可以填写");
    }

    private JsonNode page(String user) {
        return Browser.json(Browser.of(port, user).get("/api/bindings/" + lot.id()));
    }

    private HttpResponse<String> say(String user, String text) {
        return Browser.of(port, user)
                .call("POST", "/api/bindings/" + lot.id() + "/refusal", "{\"text\":\"" + text + "\"}");
    }
}
