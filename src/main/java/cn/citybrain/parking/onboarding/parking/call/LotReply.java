package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The answer to a lot, as it goes over the wire.
 *
 * @param warnings what was odd in a request that was taken, for the vendor's list of calls only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LotReply(
        int resultCode,
        String msg,
        Map<String, Object> data,

        @JsonIgnore List<String> warnings) {

    static LotReply ok() {
        return ok("成功", null);
    }

    static LotReply ok(String msg, Map<String, Object> data) {
        return new LotReply(ResultCode.OK, msg, data, List.of());
    }

    /** Taken, and something about it was odd. */
    static LotReply ok(List<String> warnings) {
        return new LotReply(ResultCode.OK, "成功", null, warnings);
    }

    static LotReply refused(int resultCode, String msg) {
        return new LotReply(resultCode, msg, null, List.of());
    }

    static LotReply refused(LotRefusal refusal) {
        return refused(refusal.resultCode(), refusal.getMessage());
    }
}
