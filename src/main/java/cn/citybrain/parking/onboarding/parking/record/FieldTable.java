package cn.citybrain.parking.onboarding.parking.record;

import static cn.citybrain.parking.onboarding.parking.record.FieldKind.*;
import static cn.citybrain.parking.onboarding.parking.record.LotField.may;
import static cn.citybrain.parking.onboarding.parking.record.LotField.must;
import static cn.citybrain.parking.onboarding.parking.record.LotField.mustOrEmpty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which fields each call has (《城市大脑停车系统接口规范》 V2.1). A field that stands nowhere here is not kept. */
public final class FieldTable {

    private static final LotField LOT = must("parkingCode", "停车场编号", ID);
    private static final LotField UID = must("uid", "停车记录编号", ID);
    private static final LotField PLATE = must("plateNo", "车牌号", FieldKind.PLATE);
    private static final LotField SEEN_PLATE = mustOrEmpty("plateNo", "车牌号", FieldKind.PLATE);
    private static final LotField COLOR = may("plateColor", "车牌颜色", PLATE_COLOR);
    private static final LotField ARRIVED = must("arriveTime", "入场时间", TIME);
    private static final LotField LEFT = must("endTime", "出场时间", TIME);
    private static final LotField BILL = must("billID", "账单编号", ID);
    private static final LotField UPLOADED = must("uploadTime", "上传时间", TIME);
    private static final LotField TOTAL = may("totalBerthNum", "总泊位数", COUNT);
    private static final LotField OPEN = may("openBerthNum", "开放泊位数", COUNT);
    private static final LotField FREE = may("freeBerthNum", "空闲泊位数", COUNT);
    private static final LotField ENTRY_LANE = may("entryNum", "入口编号", TEXT);
    private static final LotField PARKING_TYPE = may("parkingType", "停车类型", ONE_TO_FOUR);
    private static final LotField PAID_TYPE = may("paidType", "支付方式", CODE);
    private static final LotField DEALT = may("dealTime", "交易时间", TIME);

    private static final Map<LotCall, List<LotField>> FIELDS = new EnumMap<>(LotCall.class);

    static {
        described();
        visited();
        paid();
    }

    private FieldTable() {}

    /** In the order of the specification. */
    public static List<LotField> of(LotCall call) {
        return FIELDS.getOrDefault(call, List.of());
    }

    private static void described() {
        FIELDS.put(
                LotCall.LOT_INFO,
                fields(
                        LOT,
                        must("parkingName", "停车场名称", TEXT),
                        may("address", "地址", TEXT),
                        may("regionCode", "行政区划代码", TEXT),
                        may("areaCode", "片区代码", TEXT),
                        may("priceType", "定价类型", ONE_TO_THREE),
                        may("parkingLocate", "停车场位置", ONE_OR_TWO),
                        TOTAL,
                        OPEN,
                        may("bmapX", "百度经度", COORDINATE),
                        may("bmapY", "百度纬度", COORDINATE),
                        may("gmapX", "高德经度", COORDINATE),
                        may("gmapY", "高德纬度", COORDINATE),
                        UPLOADED));
        FIELDS.put(LotCall.LOT_STATE, fields(LOT, TOTAL, OPEN, FREE, UPLOADED));
        FIELDS.put(LotCall.HEARTBEAT, fields(LOT, UPLOADED));
    }

    private static void visited() {
        FIELDS.put(
                LotCall.ENTRY,
                fields(
                        UID,
                        may("arriveID", "入场流水号", TEXT),
                        SEEN_PLATE,
                        COLOR,
                        may("carType", "车辆类型", TEXT),
                        LOT,
                        ENTRY_LANE,
                        may("gateNo", "道闸编号", TEXT),
                        may("operatorCode", "操作员编号", TEXT),
                        TOTAL,
                        OPEN,
                        FREE,
                        ARRIVED,
                        PARKING_TYPE,
                        UPLOADED));
        FIELDS.put(
                LotCall.EXIT,
                fields(
                        UID,
                        may("endID", "出场流水号", TEXT),
                        SEEN_PLATE,
                        COLOR,
                        LOT,
                        ARRIVED,
                        LEFT,
                        may("outNum", "出口编号", TEXT),
                        ENTRY_LANE,
                        PARKING_TYPE,
                        may("shouldPay", "应付金额", MONEY),
                        may("chargeFee", "停车费用", MONEY),
                        DEALT,
                        may("dealFee", "交易金额", MONEY),
                        PAID_TYPE,
                        UPLOADED));
        FIELDS.put(
                LotCall.PHOTO,
                fields(
                        may("parkingCode", "停车场编号", ID),
                        UID,
                        may("photoID", "照片编号", ID),
                        must("time", "拍摄时间", TIME),
                        must("type", "照片类型", ONE_OR_TWO),
                        may("name", "照片名称", TEXT),
                        must("file", "照片内容", JPEG),
                        UPLOADED));
    }

    private static void paid() {
        FIELDS.put(
                LotCall.PAYMENT_REQUEST,
                fields(
                        LOT,
                        UID,
                        PLATE,
                        COLOR,
                        ARRIVED,
                        LEFT,
                        BILL,
                        must("billTime", "账单时间", TIME),
                        must("shouldPay", "应付金额", MONEY),
                        may("payStatus", "支付状态", CODE),
                        may("carStock", "车辆在场状态", CODE),
                        may("uploadTime", "上传时间", TIME)));
        FIELDS.put(LotCall.PAY_RESULT, fields(LOT, BILL));
        FIELDS.put(LotCall.DEPARTURE_INFO, fields(LOT, PLATE, COLOR));
        List<LotField> confirmation =
                fields(must("requestId", "消息编号", ID), must("success", "处理结果", FLAG), may("params", "附加内容", ANYTHING));
        FIELDS.put(LotCall.PAY_RESULT_CONFIRMATION, confirmation);
        FIELDS.put(LotCall.DEPARTURE_INFO_CONFIRMATION, confirmation);
        FIELDS.put(
                LotCall.PAY_CLAIM,
                fields(
                        BILL,
                        UID,
                        SEEN_PLATE,
                        LOT,
                        may("chargeFee", "停车费用", MONEY),
                        may("shouldPay", "应付金额", MONEY),
                        may("actualPay", "实付金额", MONEY),
                        may("billTime", "账单时间", TIME),
                        DEALT,
                        PAID_TYPE,
                        may("payType", "付费类型", CODE),
                        may("billWay", "出账方式", TEXT),
                        UPLOADED));
    }

    private static List<LotField> fields(LotField... fields) {
        return List.of(fields);
    }
}
