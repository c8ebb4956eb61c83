/** Finds applications, running and finished, by whatever an auditor knows of them, and visits by plate and day. What is found stands in the tables as it was written; nothing is copied for the search. */
package cn.citybrain.parking.onboarding.audit.search;
