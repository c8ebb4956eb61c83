package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayController;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayError;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayProtocol;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.BizContent;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application.Complaint;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Signing on behalf of merchants: opens a transaction, takes the application, confirms or cancels it. */
@AlipayController
class AgentController {

    private final ChannelOffice office;
    private final Drafts drafts;
    private final SigningSteps steps;
    private final ObjectMapper json;
    private final Clock clock;

    AgentController(Offices offices, Drafts drafts, SigningSteps steps, ObjectMapper json, Clock clock) {
        this.office = offices.of(AlipayParty.CODE);
        this.drafts = drafts;
        this.steps = steps;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.create")
    Map<String, Object> create(@RequestParam("biz_content") String text) {
        BizContent content = BizContent.of(text, json);
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("account", content.text("account", "2088\\d{12}|\\S+@\\S+|1\\d{10}"));
        contact.put("contact_name", content.text("contact_info/contact_name", ".{1,64}"));
        contact.put("contact_mobile", content.text("contact_info/contact_mobile", "1\\d{10}"));
        contact.put("contact_email", content.text("contact_info/contact_email", "\\S+@\\S+"));
        Draft draft = drafts.open(contact);
        Map<String, Object> answer = AlipayError.success();
        answer.put("batch_no", draft.batchNo());
        answer.put("batch_status", "init");
        return answer;
    }

    /** Texts and pictures as parts of a form; without any picture the SDK sends a plain one. */
    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.common.sign")
    Map<String, Object> sign(
            @RequestParam("batch_no") String batchNo,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request)
            throws IOException {
        drafts.writable(batchNo, office);
        SigningRules.form(parameters);
        Map<String, Object> content = new LinkedHashMap<>();
        SigningFields.WORDS.keySet().stream()
                .filter(parameters::containsKey)
                .forEach(name -> content.put(name, parameters.get(name)));
        for (Map.Entry<String, List<MultipartFile>> file : files(request).entrySet()) {
            MultipartFile picture = file.getValue().get(0);
            SigningRules.picture(file.getKey(), picture.getBytes());
            content.put(file.getKey(), office.media().keep(picture.getOriginalFilename(), picture.getBytes()));
        }
        return office.alone(() -> {
            refuseIfUnderWay(drafts.writable(batchNo, office));
            drafts.change(batchNo, known -> known.with(content));
            return AlipayError.success();
        });
    }

    private static MultiValueMap<String, MultipartFile> files(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest multipart
                ? multipart.getMultiFileMap()
                : new LinkedMultiValueMap<>();
    }

    /** A merchant has the product once, and one application for it at a time (assumed code). */
    private void refuseIfUnderWay(Draft draft) {
        String status = Merchants.product(office, draft.value("account"), steps);
        if (List.of("audit", "waitConfirm", "valid", "restrictValid").contains(status)) {
            throw AlipayError.business("PRODUCT_ALREADY_SIGNED", "商户账号已签约该产品，或申请正在处理中");
        }
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.confirm")
    Map<String, Object> confirm(@RequestParam("biz_content") String text) {
        String batchNo = batchNo(text);
        return office.alone(() -> confirmed(drafts.writable(batchNo, office)));
    }

    private Map<String, Object> confirmed(Draft draft) {
        if (!draft.filled()) {
            throw AlipayError.business("BATCH_EMPTY", "事务中没有任何产品，不能提交");
        }
        List<Complaint> complaints = SigningRules.content(draft, LocalDate.now(clock));
        if (!complaints.isEmpty()) {
            String words = AgentQueries.words(complaints, "");
            drafts.change(draft.batchNo(), known -> known.held(words));
            throw AlipayError.business("MERCHANT_INFO_HOLD", words);
        }
        refuseIfUnderWay(draft);
        drafts.change(draft.batchNo(), known -> known.in("submit"));
        Map<String, Object> answer = AlipayError.success();
        answer.put("order_no", submitted(draft).reference());
        return answer;
    }

    private Application submitted(Draft draft) {
        OrderStatus state = OrderStatus.MERCHANT_AUDITING;
        return office.applications()
                .submit(
                        Application.submitted(
                                draft.batchNo(),
                                "20" + Numbers.digits(26),
                                draft.value("shop_name"),
                                state.name(),
                                state.words().text(),
                                draft.content()),
                        before -> {});
    }

    @PostMapping(path = AlipayProtocol.GATEWAY, params = "method=alipay.open.agent.cancel")
    Map<String, Object> cancel(@RequestParam("biz_content") String text) {
        String batchNo = batchNo(text);
        return office.alone(() -> cancelled(drafts.required(batchNo)));
    }

    private Map<String, Object> cancelled(Draft draft) {
        if (!draft.state(clock.instant()).equals("init")) {
            throw AlipayError.business("BATCH_STATUS_ERROR", "事务状态为 " + draft.state(clock.instant()) + "，不能取消");
        }
        drafts.change(draft.batchNo(), known -> known.in("cancel"));
        return AlipayError.success();
    }

    private String batchNo(String text) {
        return BizContent.of(text, json).text("batch_no", "\\d{1,25}");
    }
}
