package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import cn.citybrain.parking.onboarding.words.Yuan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that a rule found at odds, each with the field it came from: what a developer looks for in the lot's system. Plates are masked. */
final class SeenValues {

    private static final ZoneId HANGZHOU = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private SeenValues() {}

    static String visit(TestRecord test) {
        String there = test.entered() ? "已收到入场记录" : test.left() ? "已收到离场记录" : "入场、离场记录都没有收到";
        return "账单的 uid " + test.bill().uid() + "（billID " + test.bill().billId() + "）" + there;
    }

    static String times(TestRecord test) {
        return "入场 " + time(test.stay().enteredAt()) + "（uploadCarInData 的 arriveTime），离场 "
                + time(test.stay().leftAt()) + "（uploadCarOutData 的 endTime）";
    }

    static String entryDelay(TestRecord test) {
        return "入场 " + time(test.stay().enteredAt()) + "（uploadCarInData 的 arriveTime），平台收到 "
                + time(test.stay().entryReceivedAt());
    }

    static String arrivals(TestRecord test) {
        return "入场记录 " + time(test.stay().entryReceivedAt()) + " 收到（uploadCarInData），离场记录 "
                + time(test.stay().exitReceivedAt()) + " 收到（uploadCarOutData）";
    }

    static String billPlate(TestRecord test) {
        return "账单 " + TestRecord.masked(test.bill().plateNo()) + "（plateNo，billID "
                + test.bill().billId() + "）";
    }

    static String plates(TestRecord test) {
        Map<String, String> plates = new LinkedHashMap<>();
        Stay stay = test.stay();
        if (test.entered()) {
            plates.put("入场 %s（uploadCarInData 的 plateNo）", stay.plateNo());
        }
        if (stay != null && stay.exitPlateNo() != null) {
            plates.put("离场 %s（uploadCarOutData 的 plateNo）", stay.exitPlateNo());
        }
        String said = plates.entrySet().stream()
                .map(plate -> plate.getKey().formatted(TestRecord.masked(plate.getValue())))
                .collect(Collectors.joining("，"));
        boolean hidden = test.plates().map(TestRecord::masked).distinct().count() == 1;
        return said + "，" + billPlate(test) + (hidden ? "，不同之处在隐去的几位" : "");
    }

    static String photos(TestRecord test) {
        boolean entry = test.stay() != null && test.stay().entryPhoto();
        boolean exit = test.stay() != null && test.stay().exitPhoto();
        return "uid " + test.bill().uid() + " 的入场照片（type 1）" + (entry ? "已收到" : "没有收到") + "，离场照片（type 2）"
                + (exit ? "已收到" : "没有收到");
    }

    static String amount(TestRecord test) {
        return bill(test.bill(), "shouldPay，");
    }

    static String fees(TestRecord test) {
        return "离场应收 " + Yuan.of(test.stay().exitFee()) + "（shouldPay），" + bill(test.bill(), "");
    }

    static String payment(TestRecord test) {
        int status = test.bill().payStatus();
        Integer paidType = test.stay() == null ? null : test.stay().exitPaidType();
        return "payStatus " + (status == Bill.UNREADABLE ? "无法识别" : status) + "（applyPayment，billID "
                + test.bill().billId() + "）" + (paidType == null ? "" : "，paidType " + paidType + "（uploadCarOutData）");
    }

    static String age(TestRecord test) {
        return "账单时间 " + time(test.bill().billedAt()) + "（billTime，billID "
                + test.bill().billId() + "），核对时间 " + time(test.now());
    }

    static String bills(TestRecord test) {
        return "uid " + test.bill().uid() + "，"
                + Stream.concat(Stream.of(test.bill()), test.repeated().stream())
                        .map(bill -> bill(bill, ""))
                        .collect(Collectors.joining("，"));
    }

    private static String bill(Bill bill, String field) {
        return "账单 " + Yuan.of(bill.amount()) + "（" + field + "billID " + bill.billId() + "）";
    }

    /** As people in Hangzhou read a clock. */
    private static String time(Instant at) {
        return LocalDateTime.ofInstant(at, HANGZHOU).format(TIME);
    }
}
