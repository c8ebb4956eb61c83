package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayController;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayProtocol;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MerchantLinks;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far an application is, and whether a merchant has the product. */
@AlipayController
class AgentQueries {

    private static final String PRODUCT_NAME = "多费率代扣";

    private final ChannelOffice office;
    private final Drafts drafts;
    private final SigningSteps steps;
    private final MerchantLinks links;
    private final ObjectMapper json;

    AgentQueries(Offices offices, Drafts drafts, SigningSteps steps, MerchantLinks links, ObjectMapper json) {
        this.office = offices.of(AlipayParty.CODE);
        this.drafts = drafts;
        this.steps = steps;
        this.links = links;
        this.json = json;
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.order.query")
    Map<String, Object> order(@RequestParam("biz_content") String text) {
        Draft draft = drafts.required(BizContent.of(text, json).text("batch_no", "\\d{1,25}"));
        if (!draft.hold().isEmpty()) {
            return status(OrderStatus.MERCHANT_INFO_HOLD, draft.hold());
        }
        return office.applications()
                .find(draft.batchNo())
                .map(this::status)
                .orElseThrow(() -> AlipayError.business("ORDER_NOT_EXIST", "事务尚未提交，没有申请单"));
    }

    private Map<String, Object> status(Application application) {
        OrderStatus state = steps.state(application);
        Map<String, Object> answer = status(state, reason(application, state));
        answer.put("order_no", application.reference());
        if (state == OrderStatus.MERCHANT_CONFIRM) {
            answer.put("confirm_url", links.to(AlipayParty.CODE, "confirm", application));
        }
        if (!application.account().isEmpty()) {
            answer.put("merchant_pid", application.account());
        }
        String product = Optional.of(application.fact(SigningSteps.PRODUCT))
                .filter(fact -> !fact.isEmpty())
                .orElse(state.product());
        answer.put("product_agent_status_infos", List.of(product(product)));
        return answer;
    }

    private static Map<String, Object> status(OrderStatus state, String reason) {
        Map<String, Object> answer = AlipayError.success();
        answer.put("order_status", state.name());
        if (!reason.isEmpty()) {
            answer.put("reject_reason", reason);
        }
        return answer;
    }

    private static String reason(Application application, OrderStatus state) {
        boolean refused = state == OrderStatus.MERCHANT_INFO_HOLD || state == OrderStatus.MERCHANT_APPLY_ORDER_CANCELED;
        return refused ? words(application.complaints(), application.message()) : "";
    }

    /** Alipay refuses in one text: what is wrong with each field, else the general sentence. */
    static String words(List<Complaint> complaints, String message) {
        return complaints.isEmpty()
                ? message
                : complaints.stream()
                        .map(one -> one.fieldName() + "（" + one.field() + "）：" + one.reason())
                        .collect(Collectors.joining("；"));
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.signstatus.query")
    Map<String, Object> signState(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        String account = content.text("pid", ".{1,64}");
        List<Map<String, Object>> states = new ArrayList<>();
        content.json().path("product_codes").forEach(code -> {
            boolean ours = code.asText().equals(AlipayParty.PRODUCT_CODE);
            states.add(product(code.asText(), ours ? Merchants.product(office, account, steps) : "none"));
        });
        if (states.isEmpty()) {
            throw new AlipayError("40001", "isv.missing-parameter", "缺少参数 product_codes");
        }
        Map<String, Object> answer = AlipayError.success();
        answer.put("sign_status_list", states);
        return answer;
    }

    private static Map<String, Object> product(String status) {
        return product(AlipayParty.PRODUCT_CODE, status);
    }

    private static Map<String, Object> product(String code, String status) {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("product_code", code);
        product.put("product_name", PRODUCT_NAME);
        product.put("status", status);
        return product;
    }
}
