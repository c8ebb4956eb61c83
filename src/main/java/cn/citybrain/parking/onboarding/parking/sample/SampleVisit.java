package cn.citybrain.parking.onboarding.parking.sample;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotField;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import java.time.Duration;
import java.time.Instant;

/** The values of one visit from the first call to the last, as examples. */
record SampleVisit(String lotCode, Instant now) {

    private static final Duration PARKED = Duration.ofMinutes(30);
    private static final int AMOUNT = 500;

    /** Null where a field has no example of its own: then it is left out of sample bodies. */
    Object value(LotCall call, LotField field) {
        return switch (field.key()) {
            case "parkingCode" -> lotCode;
            case "parkingName" -> "示例停车场";
            case "address" -> "杭州市西湖区文三路 1 号";
            case "regionCode" -> "330106";
            case "areaCode" -> "330106001";
            case "uid" -> uid();
            case "arriveID" -> "IN0001";
            case "endID" -> "OUT0001";
            case "plateNo" -> "浙A12345";
            case "carType" -> "小型车";
            case "entryNum" -> "01";
            case "outNum" -> "02";
            case "gateNo" -> "G01";
            case "operatorCode" -> "0001";
            case "arriveTime" -> at(entered());
            case "endTime", "billTime", "dealTime" -> at(now);
            case "uploadTime" -> at(call == LotCall.ENTRY ? entered() : now);
            case "time" -> at(entered());
            case "photoID" -> uid() + "P1";
            case "name" -> uid() + "P1.jpg";
            case "file" -> SampleFiles.PHOTO;
            case "billID" -> uid() + "B1";
            case "billWay" -> "1";
            case "shouldPay", "chargeFee", "dealFee", "actualPay" -> AMOUNT;
            case "paidType" -> call == LotCall.EXIT ? 0 : 3;
            case "payType" -> 101;
            case "payStatus" -> 0;
            case "totalBerthNum" -> 320;
            case "openBerthNum" -> 300;
            case "freeBerthNum" -> 117;
            case "bmapX", "gmapX" -> 120.155070;
            case "bmapY", "gmapY" -> 30.274084;
            case "requestId" -> "1732323600001";
            case "success" -> true;
            case "params" -> "ok";
            case "plateColor", "priceType", "parkingLocate", "parkingType", "type", "carStock" -> 1;
            default -> throw new IllegalStateException("no example for the field " + field.key());
        };
    }

    private String uid() {
        return lotCode + "01" + at(entered()).replaceAll("\\D", "");
    }

    private Instant entered() {
        return now.minus(PARKED);
    }

    private static String at(Instant time) {
        return LotTime.write(time);
    }
}
