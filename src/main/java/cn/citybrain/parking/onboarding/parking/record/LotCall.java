package cn.citybrain.parking.onboarding.parking.record;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The calls of the specification. */
@NamedInterface("services")
public enum LotCall {
    LOT_INFO("uploadParkingInfo", "停车场信息上报"),
    LOT_STATE("uploadParkingState", "停车场状态上报"),
    HEARTBEAT("uploadHeartbeat", "心跳"),
    ENTRY("uploadCarInData", "入场记录"),
    EXIT("uploadCarOutData", "出场记录"),
    PHOTO("uploadPhoto", "出入场照片"),
    PAYMENT_REQUEST("applyPayment", "申请支付扣款"),
    PAY_RESULT("getPayResult", "查询支付结果"),
    PAY_RESULT_CONFIRMATION("confirmPayResult", "确认支付结果"),
    DEPARTURE_INFO("getDeparturePayInfo", "查询先离场后付费信息"),
    DEPARTURE_INFO_CONFIRMATION("confirmDeparturePayInfo", "确认先离场后付费信息"),
    PAY_CLAIM("uploadPayRecord", "支付记录上报"),
    FEE("uploadFee", "费用上报"),
    ABNORMAL_BILL("uploadAbnormalBill", "异常账单上报"),
    DAILY_BILL("checkDailyBill", "日账单核对"),
    CHECK_RECORD("uploadCheckRecord", "对账记录上报"),
    UID("downUID", "停车记录编号下发"),
    MONTHLY_FEE("uploadMonthlyFee", "包月费用上报");

    private final String wireName;
    private final String title;

    LotCall(String wireName, String title) {
        this.wireName = wireName;
        this.title = title;
    }

    /** The call's name in the address. */
    public String wireName() {
        return wireName;
    }

    /** The call's name in Chinese. */
    public String title() {
        return title;
    }

    public static Optional<LotCall> named(String wireName) {
        return Arrays.stream(values())
                .filter(call -> call.wireName.equals(wireName))
                .findFirst();
    }
}
