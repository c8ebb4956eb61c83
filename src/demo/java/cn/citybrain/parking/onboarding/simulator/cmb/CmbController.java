package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One POST for each operation; contents are JSON texts within JSON. */
@RestController
class CmbController {

    private final CmbMerchants merchants;
    private final CmbMoney money;
    private final ObjectMapper json;
    private final JsonText texts;

    CmbController(Offices offices, CmbSeals seals, ObjectMapper json, JsonText texts) {
        ChannelOffice office = offices.of(CmbParty.CODE);
        this.merchants = new CmbMerchants(office, seals, texts);
        this.money = new CmbMoney(office);
        this.json = json;
        this.texts = texts;
    }

    @PostMapping(CmbParty.PATH + "{group}/{operation}")
    Map<String, String> call(
            @PathVariable String group, @PathVariable String operation, @RequestBody Map<String, String> body) {
        CmbContent content = new CmbContent(tree(body.getOrDefault("biz_content", "")));
        Map<String, ?> answer =
                switch (group + "/" + operation) {
                    case "merchants/apply" -> merchants.apply(content, body.getOrDefault("encryptKey", ""));
                    case "merchants/applyquery" -> merchants.applyState(content);
                    case "merchants/storebind" -> merchants.bind(content);
                    case "merchants/storequery" -> merchants.bindState(content);
                    case "mchorders/papcontractquery" -> merchants.contract(content);
                    case "mchorders/pap" -> money.pap(content);
                    case "mchorders/paporderquery" -> money.query(content);
                    case "mchorders/refund" -> money.refund(content);
                    case "mchorders/refundquery" -> money.refundState(content);
                    default -> throw new CmbError("UNDEFINED_PRAM", "没有这个接口", false);
                };
        return Map.of("returnCode", "SUCCESS", "respCode", "SUCCESS", "biz_content", texts.of(answer));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CmbError("JSON_FORMAT_ERROR", "biz_content 不是 JSON", false);
        }
    }

    @ExceptionHandler
    Map<String, String> refused(CmbError error) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("returnCode", error.taken() ? "SUCCESS" : "FAIL");
        if (error.taken()) {
            answer.put("respCode", "FAIL");
        }
        answer.put("errCode", error.code());
        answer.put("respMsg", error.getMessage());
        return answer;
    }
}
