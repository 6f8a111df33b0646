package io.github.janusfiji.face;

/**
 * Where a head points.
 *
 * @param yaw degrees, positive when the person looks to the image's right
 * @param pitch degrees, positive when the person looks up
 * @param roll degrees, positive when the head leans clockwise in the image
 */
public record Pose(double yaw, double pitch, double roll) {}
