###
# #%L
# Janus: make, study and expose face manipulation in ImageJ and Fiji.
# %%
# Copyright (C) 2026 Janus developers.
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###
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
