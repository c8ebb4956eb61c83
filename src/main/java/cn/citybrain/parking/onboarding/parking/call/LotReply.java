package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;

/** The answer to a lot, as it goes over the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LotReply(int resultCode, String msg, Map<String, Object> data) {

    static LotReply ok() {
        return ok("成功", null);
    }

    static LotReply ok(String msg, Map<String, Object> data) {
        return new LotReply(ResultCode.OK, msg, data);
    }

    static LotReply refused(LotRefusal refusal) {
        return new LotReply(refusal.resultCode(), refusal.getMessage(), null);
    }
}
