package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;

/**
 * A lot that wants to collect (assumed fields: WeChat Pay does not publish them).
 *
 * @param state AUDITING, PASSED, REJECTED or WITHDRAWN
 * @param parkingId number of the lot, once passed
 */
public record LotApplication(
        String auditNo,
        String outParkingLotId,
        String subMchid,
        String name,
        String address,
        int spaceCount,
        String state,
        String rejectReason,
        String parkingId,
        Instant submittedAt) {

    LotApplication in(String newState, String newRejectReason, String newParkingId) {
        return new LotApplication(
                auditNo,
                outParkingLotId,
                subMchid,
                name,
                address,
                spaceCount,
                newState,
                newRejectReason,
                newParkingId,
                submittedAt);
    }
}
