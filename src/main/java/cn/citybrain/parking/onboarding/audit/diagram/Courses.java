package cn.citybrain.parking.onboarding.audit.diagram;

import java.util.List;

/**
 * The courses of everything that ran for an application: its procedure, what that called, and what was started beside it.
 *
 * @param number of the application
 * @param courses by their beginning; none before a process was started, and none after its history was removed
 */
public record Courses(String number, List<Course> courses) {

    public Courses {
        courses = List.copyOf(courses);
    }
}
