package cn.citybrain.parking.onboarding.parking.check;

import cn.citybrain.parking.onboarding.parking.call.LotText;
import cn.citybrain.parking.onboarding.parking.record.FieldTable;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.RecordReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was in the cipher, read as a record is read. */
@Component
class ContentCheck {

    static final String CHARSET = "字符集";
    static final String JSON = "JSON";
    static final String FIELDS = "字段";

    private final RecordReader reader;
    private final ObjectMapper json;

    ContentCheck(RecordReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    List<Step> of(byte[] plain, LotCall call, String file, String lotCode) {
        List<Step> steps = new ArrayList<>();
        try {
            LotText text = LotText.of(plain);
            steps.add(
                    text.charset().equals(StandardCharsets.UTF_8)
                            ? Step.ok(CHARSET, "UTF-8")
                            : Step.odd(CHARSET, "不是 UTF-8，按 GB18030（GBK）读取；可以收下，但请统一用 UTF-8 编码"));
            steps.addAll(read(text.text(), call, file, lotCode));
        } catch (CharacterCodingException e) {
            steps.add(Step.wrong(CHARSET, "既不是 UTF-8 编码，也不是 GB18030（GBK）编码，请统一用 UTF-8 编码"));
        }
        return steps;
    }

    private List<Step> read(String text, LotCall call, String file, String lotCode) {
        ObjectNode data;
        try {
            data = reader.data(text);
        } catch (LotRefusal refusal) {
            return List.of(Step.wrong(JSON, refusal.getMessage() + place(text)));
        }
        return List.of(Step.ok(JSON, "{\"data\":{…}}"), fields(data, call, file, lotCode));
    }

    private Step fields(ObjectNode data, LotCall call, String file, String lotCode) {
        if (FieldTable.of(call).isEmpty()) {
            return Step.wrong(FIELDS, call.title() + "（" + call.wireName() + "）在测试接入阶段不支持");
        }
        try {
            LotRecord record = reader.read(call, data, file);
            String named = record.asSent("parkingCode");
            if (named != null && !named.equals(lotCode)) {
                return Step.wrong(FIELDS, "parkingCode（停车场编号）是 " + named + "，本停车场是 " + lotCode);
            }
            return record.warnings().isEmpty()
                    ? Step.ok(FIELDS, call.title() + "（" + call.wireName() + "）的字段都正确")
                    : Step.odd(FIELDS, String.join("；", record.warnings()));
        } catch (LotRefusal refusal) {
            return Step.wrong(FIELDS, refusal.getMessage());
        }
    }

    /** Where the text stops being JSON. */
    private String place(String text) {
        try {
            json.readTree(text);
            return "";
        } catch (JsonProcessingException e) {
            return e.getLocation() == null
                    ? ""
                    : "：第 " + e.getLocation().getLineNr() + " 行第 "
                            + e.getLocation().getColumnNr() + " 个字符附近";
        }
    }
}
