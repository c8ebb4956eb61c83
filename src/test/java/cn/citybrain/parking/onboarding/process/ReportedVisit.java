package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** One visit of a test vehicle, which its lot reports call by call; the test decides what comes when. */
public final class ReportedVisit {

    /** What the platform hears of it. */
    public enum Report {
        ENTRY("uploadCarInData"),
        ENTRY_PHOTO("uploadPhoto"),
        EXIT("uploadCarOutData"),
        EXIT_PHOTO("uploadPhoto"),
        BILL("applyPayment");

        private final String call;

        Report(String call) {
            this.call = call;
        }
    }

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final String PHOTO = photo();
    /** Reported live, but longer ago than the shortest stay. */
    private static final Duration ALREADY_IN = Duration.ofMinutes(3);

    public final LotBinding gate;
    public final String plate;
    public final int amount;
    public final String uid;

    private final Map<Report, Map<String, Object>> told = new EnumMap<>(Report.class);
    private Instant enteredAt;
    private Instant leftAt;

    public ReportedVisit(LotBinding gate, String plate, int amount) {
        this.gate = gate;
        this.plate = plate;
        this.amount = amount;
        uid = gate.lotCode() + "V" + NUMBERS.incrementAndGet();
    }

    public String billNo() {
        return uid + "B1";
    }

    /** Everything that is to be reported, some of it twice; the entry is first told before the exit, and that before the bill. */
    public static List<Report> shuffled(Random random) {
        List<Report> reports = new ArrayList<>(List.of(Report.ENTRY, Report.EXIT, Report.BILL));
        for (Report photo : List.of(Report.ENTRY_PHOTO, Report.EXIT_PHOTO)) {
            reports.add(random.nextInt(reports.size() + 1), photo);
        }
        for (Report twice : Report.values()) {
            int first = reports.indexOf(twice);
            if (random.nextInt(3) == 0) {
                reports.add(first + 1 + random.nextInt(reports.size() - first), twice);
            }
        }
        return reports;
    }

    public String call(Report report) {
        return report.call;
    }

    /** The data of a report that is sent now; told again, it is the same. */
    public Map<String, Object> data(Report report, Instant now) {
        return told.computeIfAbsent(report, first -> write(first, now));
    }

    private Map<String, Object> write(Report report, Instant now) {
        enteredAt = enteredAt == null ? now.minus(ALREADY_IN) : enteredAt;
        leftAt = leftAt == null && report != Report.ENTRY && report != Report.ENTRY_PHOTO ? now : leftAt;
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("parkingCode", gate.lotCode());
        data.put("uid", uid);
        data.put("uploadTime", TIME.format(now));
        switch (report) {
            case ENTRY -> vehicle(data);
            case EXIT -> left(vehicle(data)).put("shouldPay", amount);
            case ENTRY_PHOTO -> photo(data, 1, enteredAt);
            case EXIT_PHOTO -> photo(data, 2, leftAt);
            case BILL -> bill(left(vehicle(data)), now);
        }
        return data;
    }

    private Map<String, Object> vehicle(Map<String, Object> data) {
        data.put("plateNo", plate);
        data.put("plateColor", 1);
        data.put("parkingType", 1);
        data.put("entryNum", "01");
        data.put("arriveTime", TIME.format(enteredAt));
        return data;
    }

    private Map<String, Object> left(Map<String, Object> data) {
        data.put("endTime", TIME.format(leftAt));
        data.put("outNum", "02");
        return data;
    }

    private static String photo() {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(jpeg.toByteArray());
    }

    private void photo(Map<String, Object> data, int type, Instant takenAt) {
        data.put("photoID", uid + "P" + type);
        data.put("time", TIME.format(takenAt));
        data.put("type", type);
        data.put("name", type == 1 ? "entry.jpg" : "exit.jpg");
        data.put("file", PHOTO);
    }

    private void bill(Map<String, Object> data, Instant now) {
        data.put("billID", billNo());
        data.put("billTime", TIME.format(now));
        data.put("shouldPay", amount);
        data.put("payStatus", 0);
        data.put("carStock", 1);
    }
}
