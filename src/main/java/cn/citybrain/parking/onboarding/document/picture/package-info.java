/**
 * What is in an uploaded file, and how its pages become plain pictures. Runs in a process of its own, that may be ended at any
 * time, and so knows nothing of Spring, the database or any other room.
 */
package cn.citybrain.parking.onboarding.document.picture;
