package cn.citybrain.parking.onboarding.deduction;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The diagnoses of failed tests. */
@Component
public class Diagnoses {

    public Optional<Diagnosis> latest(long bindingId) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<Diagnosis> of(long bindingId) {
        throw new UnsupportedOperationException();
    }
}
