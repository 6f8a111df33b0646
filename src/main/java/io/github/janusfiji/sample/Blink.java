package io.github.janusfiji.sample;

/**
 * One blink, frames counted from 0.
 *
 * @param start first frame with the lids visibly lower
 * @param peak most closed frame
 * @param end last frame before they are up again
 */
record Blink(int start, int peak, int end) {}
