package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import java.util.Set;

/** Answers one call of the specification, after the sender is proven and every field is of its kind. */
public interface LotCallHandler {

    LotCall call();

    /**
     * The lot that a record is about; the sender must own it.
     *
     * @param lots the sender's
     */
    default String lotCode(LotRecord record, Set<String> lots) {
        return record.text("parkingCode");
    }

    /** @throws LotRefusal with the sentence that the lot is answered */
    LotReply answer(LotRecord record, String lotCode);
}
