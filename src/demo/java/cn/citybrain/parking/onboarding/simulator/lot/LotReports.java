package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The data of each call, field by field as the interface names them (protocol citybrain, calls). */
final class LotReports {

    private static final int BERTHS = 120;
    private static final int FREE = 80;

    private LotReports() {}

    static Map<String, Object> info(LotSystem lot, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parkingCode", lot.code());
        data.put("parkingName", lot.name());
        data.put("regionCode", "330100");
        data.put("priceType", 2);
        data.put("parkingLocate", 1);
        data.put("totalBerthNum", BERTHS);
        data.put("openBerthNum", BERTHS);
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    static Map<String, Object> state(LotSystem lot, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parkingCode", lot.code());
        data.put("totalBerthNum", BERTHS);
        data.put("openBerthNum", BERTHS);
        data.put("freeBerthNum", FREE);
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    static Map<String, Object> heartbeat(LotSystem lot, Instant now) {
        return new LinkedHashMap<>(Map.of("parkingCode", lot.code(), "uploadTime", LotTime.text(now)));
    }

    static Map<String, Object> entry(LotVisit visit, Instant now) {
        Map<String, Object> data = about(visit, visit.plateNo());
        data.put("entryNum", visit.entryNum());
        data.put("carType", 1);
        data.put("arriveTime", LotTime.text(visit.enteredAt()));
        data.put("parkingType", 1);
        data.put("totalBerthNum", BERTHS);
        data.put("openBerthNum", BERTHS);
        data.put("freeBerthNum", FREE);
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    static Map<String, Object> exit(LotVisit visit, String plateNo, int fee, int paidType, Instant now) {
        Map<String, Object> data = about(visit, plateNo);
        data.put("arriveTime", LotTime.text(visit.enteredAt()));
        data.put("endTime", LotTime.text(visit.leftAt()));
        data.put("outNum", "02");
        data.put("entryNum", visit.entryNum());
        data.put("parkingType", 1);
        data.put("shouldPay", fee);
        if (paidType != 0) {
            data.put("paidType", paidType);
            data.put("dealFee", fee);
            data.put("dealTime", LotTime.text(visit.leftAt()));
        }
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    static Map<String, Object> photo(LotVisit visit, int type, Instant takenAt, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parkingCode", visit.lotCode());
        data.put("uid", visit.uid());
        data.put("photoID", visit.uid() + "P" + type);
        data.put("time", LotTime.text(takenAt));
        data.put("type", type);
        data.put("name", (type == 1 ? "entry" : "exit") + ".jpg");
        data.put(
                "file",
                PhotoPainter.base64Jpeg(
                        type == 1 ? "IN " + visit.entryNum() : "OUT 02", visit.plateNo(), visit.plateColor(), takenAt));
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    static Map<String, Object> bill(LotVisit visit, Instant billedAt, int payStatus, Instant now) {
        Map<String, Object> data = about(visit, visit.plateNo());
        data.put("arriveTime", LotTime.text(visit.enteredAt()));
        data.put("endTime", LotTime.text(visit.leftAt() == null ? now : visit.leftAt()));
        data.put("billID", visit.billId());
        data.put("billTime", LotTime.text(billedAt));
        data.put("shouldPay", visit.amount());
        data.put("payStatus", payStatus);
        data.put("carStock", 1);
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    /** The lot's own claim that a bill was paid. */
    static Map<String, Object> payRecord(LotVisit visit, int paidType, int payType, Instant now) {
        Map<String, Object> data = about(visit, visit.plateNo());
        data.put("billID", visit.billId());
        data.put("chargeFee", visit.amount());
        data.put("shouldPay", visit.amount());
        data.put("actualPay", visit.amount());
        data.put("billTime", LotTime.text(now));
        data.put("dealTime", LotTime.text(now));
        data.put("paidType", paidType);
        data.put("payType", payType);
        data.put("uploadTime", LotTime.text(now));
        return data;
    }

    private static Map<String, Object> about(LotVisit visit, String plateNo) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("uid", visit.uid());
        data.put("parkingCode", visit.lotCode());
        data.put("plateNo", plateNo);
        data.put("plateColor", visit.plateColor());
        return data;
    }
}
