package cn.citybrain.parking.onboarding.application;

import java.time.LocalDate;

/** The calendar that people work by. Implemented where due dates are counted. */
public interface WorkingDays {

    boolean isWorked(LocalDate day);
}
