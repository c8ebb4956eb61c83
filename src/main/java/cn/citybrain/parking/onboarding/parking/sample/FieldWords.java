package cn.citybrain.parking.onboarding.parking.sample;

import java.util.Map;

/** What each field means, by its name: the same in every call. A field without words fails a test. */
final class FieldWords {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("parkingCode", "本停车场的编号，与看板上的一致"),
            Map.entry("parkingName", "停车场对外的名称"),
            Map.entry("address", "停车场地址"),
            Map.entry("regionCode", "六位行政区划代码"),
            Map.entry("areaCode", "城市大脑的片区代码"),
            Map.entry("priceType", "1 政府定价，2 市场定价，3 免费"),
            Map.entry("parkingLocate", "1 路外，2 路内"),
            Map.entry("totalBerthNum", "全部泊位数"),
            Map.entry("openBerthNum", "对外开放的泊位数"),
            Map.entry("freeBerthNum", "此刻空闲的泊位数"),
            Map.entry("bmapX", "百度地图经度"),
            Map.entry("bmapY", "百度地图纬度"),
            Map.entry("gmapX", "高德地图经度"),
            Map.entry("gmapY", "高德地图纬度"),
            Map.entry("uploadTime", "发送这次请求的时间，不得比平台时间晚 10 分钟以上"),
            Map.entry("uid", "一次停车的编号：入场、照片、出场、账单用同一个；规范建议 parkingCode + entryNum + 入场时间"),
            Map.entry("arriveID", "停车场自己的入场流水号"),
            Map.entry("endID", "停车场自己的出场流水号"),
            Map.entry("plateNo", "车牌号；相机没有识别到的填“无牌车”"),
            Map.entry("plateColor", "1 蓝，2 黄，3 白，4 黑，5 绿（黄绿也填 5）"),
            Map.entry("carType", "车辆类型"),
            Map.entry("entryNum", "入口编号"),
            Map.entry("outNum", "出口编号"),
            Map.entry("gateNo", "道闸编号"),
            Map.entry("operatorCode", "岗亭人员编号"),
            Map.entry("arriveTime", "入场时间；出场记录和账单里与入场记录一致"),
            Map.entry("endTime", "出场时间"),
            Map.entry("parkingType", "1 临停，2 包月，3 共享，4 特殊"),
            Map.entry("shouldPay", "应付金额，单位分；出场记录与账单必须一致"),
            Map.entry("chargeFee", "停车费用，单位分"),
            Map.entry("dealTime", "交易时间"),
            Map.entry("dealFee", "交易金额，单位分"),
            Map.entry("paidType", "1 现金，2 市民卡钱包，3 支付宝，4 微信，5 银联，6 市民卡账户，7 建行，8 招行，9 农行，10 ETC；仅供参考"),
            Map.entry("photoID", "照片编号，每张不同；没有时按 uid、type 和照片内容区分"),
            Map.entry("time", "拍摄时间"),
            Map.entry("type", "1 入场照片，2 出场照片"),
            Map.entry("name", "文件名"),
            Map.entry("file", "照片，解码后不超过 512 KB；也可以作为密文以外的表单字段 file"),
            Map.entry("billID", "账单编号，同一停车场内不重复；同一次停车只能有一张账单"),
            Map.entry("billTime", "出账时间"),
            Map.entry("payStatus", "未支付填 0；其他值表示已用别的方式支付，不会扣款"),
            Map.entry("carStock", "车辆在场状态，照规范填写；只保存，不影响扣款"),
            Map.entry("requestId", "平台消息或应答中的 requestId，原样送回"),
            Map.entry("success", "停车场是否处理成功"),
            Map.entry("params", "停车场想附带的说明，可以为空"),
            Map.entry("actualPay", "实付金额，单位分"),
            Map.entry("payType", "101 先离场后付费，102 场内付，103 出口付，104 补缴"),
            Map.entry("billWay", "出账方式"));

    private FieldWords() {}

    /** @throws IllegalStateException for a field that nobody described */
    static String meaning(String key) {
        String meaning = MEANINGS.get(key);
        if (meaning == null) {
            throw new IllegalStateException("no words for the field " + key);
        }
        return meaning;
    }
}
