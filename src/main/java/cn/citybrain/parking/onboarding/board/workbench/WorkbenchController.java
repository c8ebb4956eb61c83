package cn.citybrain.parking.onboarding.board.workbench;

import cn.citybrain.parking.onboarding.board.NotFound;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.TraceProperties;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.sample.InterfaceFields;
import cn.citybrain.parking.onboarding.parking.sample.InterfaceFields.CallFields;
import cn.citybrain.parking.onboarding.parking.sample.SampleCode;
import cn.citybrain.parking.onboarding.parking.sample.SampleCode.Program;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a vendor develops against, filled in for one lot: address, accessID, fields, sample messages and programs. Nothing of it is secret. */
@RestController
@RequestMapping("/api/bindings/{id}/workbench")
class WorkbenchController {

    /** A little longer than has to be parked, so that clocks may differ. */
    private static final int MARGIN_SECONDS = 5;

    private final Bench bench;
    private final AccessKeys keys;
    private final InterfaceFields fields;
    private final SampleCode programs;
    private final TraceProperties trace;
    private final DeductionSettings limits;
    private final PublicAddress address;

    WorkbenchController(
            Bench bench,
            AccessKeys keys,
            InterfaceFields fields,
            SampleCode programs,
            TraceProperties trace,
            DeductionSettings limits,
            PublicAddress address) {
        this.bench = bench;
        this.keys = keys;
        this.fields = fields;
        this.programs = programs;
        this.trace = trace;
        this.limits = limits;
        this.address = address;
    }

    /**
     * @param opens whether the person who asks may open what was sent, and have messages tested
     * @param accessId null while none is registered
     * @param endpoint where the lot's system finds the platform
     * @param keptDays how long calls are listed
     */
    record Overview(
            String lotCode,
            String lotName,
            String channelName,
            boolean opens,
            String accessId,
            Integer keySize,
            String endpoint,
            long keptDays,
            int keptPerCall) {}

    @GetMapping
    Overview overview(@PathVariable long id) {
        LotBinding lot = bench.lot(id);
        AccessKey key = keys.of(lot.lotCode()).orElse(null);
        return new Overview(
                lot.lotCode(),
                lot.lotName(),
                Channel.of(lot.channel()).displayName(),
                bench.opens(lot),
                key == null ? null : key.accessId(),
                key == null ? null : key.keySize(),
                address.base(),
                trace.keep().toDays(),
                trace.perCall());
    }

    @GetMapping("/fields")
    List<CallFields> fields(@PathVariable long id) {
        return fields.of(bench.lot(id).lotCode());
    }

    @GetMapping("/samples")
    List<Program> samples(@PathVariable long id) {
        return programs.of(filledIn(bench.lot(id)));
    }

    @GetMapping("/samples/{file}")
    ResponseEntity<byte[]> sample(@PathVariable long id, @PathVariable String file) {
        String text = programs.file(filledIn(bench.lot(id)), file).orElseThrow(NotFound::new);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private SampleCode.Lot filledIn(LotBinding lot) {
        String accessId = keys.of(lot.lotCode()).map(AccessKey::accessId).orElse("YOUR_ACCESS_ID");
        SampleCode.Vehicle vehicle = bench.vehicle(lot)
                .map(plate -> new SampleCode.Vehicle(plate.number(), plate.color()))
                .orElse(SampleCode.Vehicle.EXAMPLE);
        return new SampleCode.Lot(
                address.base(), accessId, lot.lotCode(), limits.minimumStay().toSeconds() + MARGIN_SECONDS, vehicle);
    }
}
