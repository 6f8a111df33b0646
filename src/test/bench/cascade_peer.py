"""Searches each frame of a clip with OpenCV's frontal cascade and its default
settings, on two threads; prints frames per second and frames with a face."""
import sys
import time

import cv2

cv2.setNumThreads(2)
cascade = cv2.CascadeClassifier(sys.argv[2])
if cascade.empty():
    sys.exit("OpenCV does not read the cascade " + sys.argv[2])
clip = cv2.VideoCapture(sys.argv[1])
begin = time.monotonic()
frames = found = 0
while True:
    there, picture = clip.read()
    if not there:
        break
    frames += 1
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    found += len(cascade.detectMultiScale(grey, 1.1, 3)) > 0
print(frames / (time.monotonic() - begin), found, frames)
