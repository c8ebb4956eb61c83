package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** How the charges of a lot's visits stand, whoever told us: a channel settles many of them without being asked again. */
@NamedInterface("services")
@Component
public class VisitCharges {

    private final DeductionTable deductions;

    VisitCharges(DeductionTable deductions) {
        this.deductions = deductions;
    }

    /** The newest attempt for each bill that was charged at all, by bill. One statement. */
    public Map<Long, Deduction> of(String lotCode, Collection<String> uids) {
        return deductions.ofVisits(lotCode, uids).stream()
                .collect(Collectors.toMap(Deduction::billId, Function.identity()));
    }
}
